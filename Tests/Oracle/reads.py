"""Of which questions a condition speaks, with its facts and scores taken apart."""

from __future__ import annotations

from functools import cache

from conditions import (
    All, Any, Compares, ComparesScore, Condition, Count, Fact, Has, IsOneOf, IsUnsure, Not, ScoreIsUnsure, WasAsked,
)
from tree import Tree


class Reads:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        # A condition is hashed whole each time, so only names are remembered.
        self._of_fact = cache(lambda name: self.mentions(tree.facts[name]))
        self._of_score = cache(self._score)

    def answers(self, condition: Condition) -> frozenset[str]:
        """The questions whose answers it reads."""
        return frozenset(name for name, is_read in self.mentions(condition) if is_read)

    def questions(self, condition: Condition) -> frozenset[str]:
        """The questions that it reads, or of which it reads only whether they were asked."""
        return frozenset(name for name, _ in self.mentions(condition))

    def mentions(self, condition: Condition) -> frozenset[tuple[str, bool]]:
        match condition:
            case All(parts) | Any(parts) | Count(_, _, parts):
                return frozenset().union(*(self.mentions(part) for part in parts))
            case Not(inner):
                return self.mentions(inner)
            case Fact(name):
                return self._of_fact(name)
            case ComparesScore(score, _, _) | ScoreIsUnsure(score):
                return self._of_score(score)
            case WasAsked(question):
                return frozenset([(question, False)])
            case IsOneOf() | Has() | Compares() | IsUnsure():
                return frozenset([(condition.question, True)])
        raise TypeError(condition)

    def _score(self, name: str) -> frozenset[tuple[str, bool]]:
        found: set[tuple[str, bool]] = set()
        for item in self._tree.scores[name].items:
            if item.condition is not None:
                found |= self.mentions(item.condition)
            elif item.add in self._tree.scores:
                found |= self._of_score(item.add)
            else:
                found |= {(question, True) for question in item.each or (item.add,)}
        return frozenset(found)
