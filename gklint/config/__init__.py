"""
What a user settles once instead of in every call: ``gklint.toml``, ``[tool.gklint]``, GKLINT_* and ``--config``.

Strongest first: the command line, ``--config KEY=VALUE``, the environment, the nearest file, what it extends, defaults.
"""
