"""The rules of one run, applied to its documents as the settings of each have it; loaded when one needs them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from gklint.cli import installed
from gklint.cli.runs.store import Store
from gklint.config.configuration import Configuration
from gklint.config.layer import Judging
from gklint.errors import ReadError
from gklint.model.finding import Audit, Report
from gklint.model.rule import Packs, Rule

if TYPE_CHECKING:
    from gklint.budget import Budget
    from gklint.model.policy import Policy


class ConfiguredRules:
    """The auditor of ``gklint check``."""

    def __init__(self, configuration: Configuration, store: Store | None) -> None:
        self._configuration = configuration
        self._store = store
        self._keys: dict[Judging, bytes] = {}
        self._terms: dict[Judging, tuple[Packs, Policy]] = {}

    def key(self, name: str) -> bytes:
        judging = self._configuration.of(name).judging
        if judging not in self._keys:
            self._keys[judging] = self._key(judging)
        return self._keys[judging]

    def prepare(self) -> None:
        """Load the rules."""
        from gklint import pipeline  # noqa: F401  # so that processes share it

        if self._store:
            installed.recall_patterns(self._store)
        self._shipped  # noqa: B018  # a property that is kept

    def finish(self) -> None:
        """Remember what helps the next run to start."""
        if self._store:
            installed.keep_patterns(self._store)

    def audit(self, data: bytes | ReadError, name: str) -> Audit:
        from gklint import pipeline

        packs, policy = self._of(name)
        return pipeline.contained(data, name, packs, policy, self._budget)

    def lost(self, data: bytes | ReadError, name: str, how: ReadError, failure: str) -> Audit:
        from gklint import pipeline

        packs, _ = self._of(name)
        return pipeline.lost(data, name, packs, how, failure)

    def unprinted(self, audit: Audit, how: ReadError, failure: str) -> Audit:
        """What is left to say of a document whose *audit* cannot be printed."""
        return replace(self.lost(b"", audit.path, how, failure), sha256=audit.sha256)

    def of(self, report: Report) -> Callable[[], tuple[Rule, ...]]:
        """What gives the rules that ran for any document of *report*, ordered by code: few ask."""

        def rules() -> tuple[Rule, ...]:
            found = {rule.code: rule for audit in report.audits for rule in self._of(audit.path)[0].rules}
            return tuple(rule for _, rule in sorted(found.items()))

        return rules

    def __getstate__(self) -> dict[str, object]:
        """
        A store cannot go to another process, and need not: the rules are loaded when processes part. Packs of one's own
        are loaded once more, so that their patterns are known there for what they are.
        """
        return vars(self) | {"_store": None, "_terms": {}}

    def _of(self, name: str) -> tuple[Packs, Policy]:
        judging = self._configuration.of(name).judging
        if judging not in self._terms:
            from gklint.cli.runs.terms import terms

            packs = installed.packs_with(judging.packs, self._shipped)
            self._terms[judging] = terms(packs, judging)
        return self._terms[judging]

    def _key(self, judging: Judging) -> bytes:
        from gklint.packs.find import digest

        own = b"".join(digest(Path(folder)) for folder in judging.packs if Path(folder).is_dir())
        return sha256(installed.identity() + repr(judging).encode() + own).digest()

    @cached_property
    def _budget(self) -> Budget:
        from gklint.budget import Budget

        return Budget(**dict(self._configuration.run.settings.budget.items()))

    @cached_property
    def _shipped(self) -> Packs:
        return installed.packs_from(self._store)
