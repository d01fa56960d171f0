"""
Generated reports: the evidence that is independent of gklint.

Data (``form2014``, ``form2021``, ``generic``) become an abstract ``layout.Report``, which renderers write as text,
Markdown, HTML, Word, PDF or CSV; ``faults`` plants slips. Labels and equations are written down here a second time, on
purpose: a wrong label or equation in ``rules/`` must not be able to agree with its own test.
"""
