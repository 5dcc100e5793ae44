"""Conditions from their text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from fractions import Fraction
from typing import TypeVar

import literals
from conditions import (
    ALWAYS, NEVER, All, Any, Compares, ComparesScore, Condition, Count, Fact, Has, IsOneOf, IsUnsure, Not,
    ScoreIsUnsure, WasAsked,
)

_TOKEN = re.compile(r"\s*(<=|>=|[<>=(),\[\]]|-?\d+(?:\.\d+)?|[a-z][a-z0-9_-]*)")
_COMPARISONS = ("<", "<=", "=", ">=", ">")

Part = TypeVar("Part")


class NotACondition(ValueError):
    pass


def tokens(text: str) -> list[str]:
    found: list[str] = []
    position = 0
    text = text.rstrip()
    while position < len(text):
        match = _TOKEN.match(text, position)
        if not match:
            raise NotACondition(text)
        found.append(match[1])
        position = match.end()
    return found


def parse(text: str, kinds: Mapping[str, str], scores: Collection[str]) -> Condition:
    """`kinds` says of every question what kind it is, `scores` which names are scores; any other name is a fact."""
    parser = _Parser(tokens(text), kinds, scores)
    condition = parser.condition()
    if parser.next:
        raise NotACondition(text)
    return condition


class _Parser:
    def __init__(self, tokens: list[str], kinds: Mapping[str, str], scores: Collection[str]) -> None:
        self._left = tokens[::-1]
        self._kinds = kinds
        self._scores = scores

    @property
    def next(self) -> str:
        return self._left[-1] if self._left else ""

    def _take(self) -> str:
        if not self._left:
            raise NotACondition("the condition ends too early")
        return self._left.pop()

    def _takes(self, *words: str) -> bool:
        """Takes these words, if they are the next ones."""
        if tuple(self._left[::-1][: len(words)]) != words:
            return False
        del self._left[-len(words):]
        return True

    def _need(self, word: str) -> None:
        if not self._takes(word):
            raise NotACondition(f"needs {word!r} before {self.next!r}")

    def condition(self) -> Condition:
        parts = [self._item()]
        joint = self.next
        if joint not in ("and", "or"):
            return parts[0]
        while self._takes(joint):
            parts.append(self._item())
        return All(tuple(parts)) if joint == "and" else Any(tuple(parts))

    def _item(self) -> Condition:
        if self._takes("not"):
            return Not(self._item())
        if self._takes("("):
            inner = self.condition()
            self._need(")")
            return inner
        if self._takes("always"):
            return ALWAYS
        if self._takes("never"):
            return NEVER
        return self._collection() or self._named()

    def _collection(self) -> Condition | None:
        if self._takes("any", "of"):
            return Any(self._list(self.condition))
        if self._takes("all", "of"):
            return All(self._list(self.condition))
        if self._takes("none", "of"):
            return Not(Any(self._list(self.condition)))
        for words, how in ((("at", "least"), "least"), (("exactly",), "exactly"), (("at", "most"), "most")):
            if self._takes(*words):
                number = int(self._take())
                self._need("of")
                return Count(how, number, self._list(self.condition))
        return None

    def _list(self, part: Callable[[], Part]) -> tuple[Part, ...]:
        self._need("[")
        parts = [part()]
        while self._takes(","):
            parts.append(part())
        self._need("]")
        return tuple(parts)

    def _named(self) -> Condition:
        name = self._take()
        if name in self._scores:
            return self._score_test(name)
        if name in self._kinds:
            return self._question_test(name)
        return Fact(name)

    def _score_test(self, score: str) -> Condition:
        if self._takes("is", "unsure"):
            return ScoreIsUnsure(score)
        if self._takes("is", "not", "unsure"):
            return Not(ScoreIsUnsure(score))
        return self._size_test("number", lambda comparison, literal: ComparesScore(score, comparison, literal))

    def _question_test(self, question: str) -> Condition:
        if self._takes("was", "asked"):
            return WasAsked(question)
        if self._takes("is"):
            return self._equality(question)
        if self._takes("has"):
            return self._picks(question)
        kind = self._kinds[question]
        return self._size_test(kind, lambda comparison, literal: Compares(question, comparison, literal))

    def _equality(self, question: str) -> Condition:
        if self._takes("not"):
            return Not(self._equality(question))
        if self._takes("unsure"):
            return IsUnsure(question)
        if self._takes("one", "of"):
            return IsOneOf(question, self._list(self._take))
        return IsOneOf(question, (self._take(),))

    def _picks(self, question: str) -> Condition:
        for how in ("any", "all", "none"):
            if self._takes(how, "of"):
                return Has(question, how, self._list(self._take))
        return Has(question, "any", (self._take(),))

    def _size_test(self, kind: str, test: Callable[[str, Fraction], Condition]) -> Condition:
        if self._takes("between"):
            low = self._literal(kind)
            self._need("and")
            return All((test(">=", low), test("<=", self._literal(kind))))
        comparison = self._take()
        if comparison not in _COMPARISONS:
            raise NotACondition(f"{comparison!r} compares nothing")
        return test(comparison, self._literal(kind))

    def _literal(self, kind: str) -> Fraction:
        count = self._take()
        return literals.literal(f"{count} {self._take()}" if kind == "duration" else count, kind)
