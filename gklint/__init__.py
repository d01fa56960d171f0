"""
gklint: the linter for the numbers in reports.

A report asserts relations between its figures. gklint finds every assertion, judges each by exact interval
arithmetic, and reports those that cannot be true::

    bytes -read-> Document -figures-> Ledger -claims-> Claims -judge-> Outcomes -blame-> Report -report-> str

    model/       what flows: frozen records (figures, the Ledger, relations, claims, findings), standard library only
    numbers/     characters -> quantities: the only place that reads digits
    readers/     bytes -> Document
    figures/     Document -> Ledger: cells, prose, binding to the indicators of a form
    claims/      Ledger -> Claims: one module per kind of claim
    judge/       Claim -> Outcome: the only arithmetic
    severity.py  how severe a broken relation is
    blame.py     Outcomes -> Findings
    packs/       TOML in rules/ -> Rules and Forms
    reporters/   Report -> text
    pipeline.py  the line above
    cli/         commands; the only place that prints and exits
    start/       records and patterns that cost nothing until they are used; below everything

Layers, imports run downwards only: cli; pipeline; config, packs, readers, figures, claims, reporters; blame;
judge, severity, numbers; model, errors; start. ``tests/test_layers.py`` holds them.
"""

__version__ = "0.1.0"
