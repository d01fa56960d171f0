"""Words by language: the one place where a key becomes something that a person reads."""

from __future__ import annotations

from collections.abc import Mapping

from gklint.reporters import words_annotate, words_en, words_formats, words_suspects, words_upkeep, words_zh
from gklint.reporters.audit import words_en as audit_en
from gklint.reporters.audit import words_zh as audit_zh
from gklint.start.records import dataclass

LANGUAGES: dict[str, Mapping[str, str]] = {
    "zh": words_zh.WORDS | words_suspects.ZH | words_formats.ZH | words_upkeep.ZH | words_annotate.ZH | audit_zh.WORDS,
    "en": words_en.WORDS | words_suspects.EN | words_formats.EN | words_upkeep.EN | words_annotate.EN | audit_en.WORDS,
}


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one language, a key of LANGUAGES."""

    language: str

    def __call__(self, key: str, **fields: object) -> str:
        """The text of *key* with its *fields* filled in; an unknown key is a bug."""
        return LANGUAGES[self.language][key].format(**fields)

    def has(self, key: str) -> bool:
        return key in LANGUAGES[self.language]

    def of(self, texts: Mapping[str, str]) -> str:
        """The text of this language among *texts*, else any that is there."""
        return texts.get(self.language) or next(iter(texts.values()), "")

    def why(self, key: str | None) -> str:
        """Why a claim is open, in words."""
        return self(f"why.{key}") if self.has(f"why.{key}") else self("why.other")

    def joined(self, items: list[str]) -> str:
        return self("list-joint").join(items)
