"""
What people hand back: a page for each report, a check sheet to sign, a list of units, a page for the leader.

A reporter like its neighbours (Report in, text out, nothing computed anew), only in several files: ``folder.files``
names and makes them all. A package inside ``reporters/`` because it is made of their words: no layer of its own.
"""
