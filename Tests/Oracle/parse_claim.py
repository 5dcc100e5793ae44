"""The two parts of a guarantee from their text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from conditions import Condition
from tree import Claim, LevelTest

_LEVEL = re.compile(r"level\s+(is|<=|>=)\s+([a-z][a-z0-9_-]*)")
_LISTS = {
    "ends in": re.compile(r"ends\s+in\s+\[(.*)\]", re.DOTALL),
    "never offers": re.compile(r"never\s+offers\s+\[(.*)\]", re.DOTALL),
    "never asks": re.compile(r"never\s+asks\s+\[(.*)\]", re.DOTALL),
    "never raised by": re.compile(r"never\s+raised\s+by\s+\[(.*)\]", re.DOTALL),
}


class ClaimParser:
    def __init__(self, levels: Sequence[str], condition: Callable[[str], Condition]) -> None:
        self._levels = list(levels)
        self._condition = condition

    def premise(self, text: str) -> Condition | LevelTest:
        return self._level_test(text) or self._condition(text)

    def claim(self, text: str) -> Claim:
        text = text.strip()
        if level := self._level_test(text):
            return Claim("level", level=level)
        for form, pattern in _LISTS.items():
            if match := pattern.fullmatch(text):
                return Claim(form, names=tuple(name.strip() for name in match[1].split(",")))
        return self._claim_of_words(text.split()) or Claim("patient", condition=self._condition(text))

    def _level_test(self, text: str) -> LevelTest | None:
        match = _LEVEL.fullmatch(text.strip())
        return LevelTest(match[1], self._levels.index(match[2])) if match else None

    @staticmethod
    def _claim_of_words(words: list[str]) -> Claim | None:
        match words:
            case ["offers", "nothing"]:
                return Claim("offers nothing")
            case ["asks", question, "within", number, "question" | "questions"]:
                return Claim("asks within", question=question, within=int(number))
            case ["asks", question, "before", "offering"]:
                return Claim("asks before offering", question=question)
            case ["asks", question, "before", other]:
                return Claim("asks before", question=question, other=other)
            case ["offers", stretch, "only", "after", question]:
                return Claim("offers only after", question=question, other=stretch)
        return None
