"""
What a person has excused: directives in the report itself, and the entries of ``gklint-waivers.toml``.

::

    Audit -directed-> Audit       as soon as a document was audited
    Report -waived-> Report       with the entries, once for a run
    Report -unsilenced-> Report   everything told again (--no-ignores)

A waiver excuses what it names and gives a reason for. It is keyed by meaning, never by line, page or message; one
that excuses nothing, or whose figures have changed, is a finding itself (GK9).
"""
