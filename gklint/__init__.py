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
    weighing/    which readings of a sentence or table are believed
    grip/        which slips each passed check would notice
    severity.py  how severe a broken relation is
    blame/       Outcomes -> Findings: which figure is probably wrong, one finding per fault
    packs/       TOML in rules/ -> Rules and Forms
    config/      gklint.toml, variables, options -> Settings, and where each is said
    suppress/    what a person has excused; baseline.py: what was known before
    reporters/   Report -> text, one module per format; reporters/audit/ the pages with the check sheet
    annotate/    a report and its findings -> a copy with remarks
    schema.py    TOML -> records, checked key by key
    pipeline.py  the line above
    cli/         commands; the only place that prints and exits: runs/ (work, cache, files), keep/ (waivers, baseline),
                 setup/ (configuration, hooks), handout/ (copies and pages)
    start/       records and patterns that cost nothing until they are used; below everything

Layers, imports run downwards only: cli; pipeline, annotate; config, packs, readers, figures, claims, weighing, grip,
suppress, baseline, reporters; blame; judge, severity, schema, numbers; model, errors; start. ``tests/test_layers.py``
says so.
"""

__version__ = "0.1.0"
