"""Scores as weighted booleans: what a score comes to is the weights of all that is true, added up."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import z3

from logic import Truth, Weights, all_of, any_of, opposite, weighs_at_least
from patient import Symbol
from tree import Question, ScoreItem, Value

if TYPE_CHECKING:
    from reading import Reading


class Scores:
    def __init__(self, reading: Reading) -> None:
        self._reading = reading

    def is_unsure(self, name: str) -> Truth:
        """Whether it is a percentage of which nothing was answered."""
        score = self._tree.scores[name]
        if not score.is_percentage:
            return False
        return opposite(any_of(self._is_answered(item) for item in _separated(score.items)))

    def compares(self, name: str, comparison: str, literal: Fraction) -> Truth:
        score = self._tree.scores[name]
        if not score.is_percentage:
            return _compares(self._weights(score.items), comparison, literal)
        # Both sides are multiplied by the largest possible sum, and put on one side.
        weights: Weights = []
        for item in _separated(score.items):
            answered = self._is_answered(item)
            weights += [(all_of([answered, truth]), 100 * weight) for truth, weight in self._item(item)]
            weights.append((answered, -literal * self._extremes(item)[1]))
        return all_of([opposite(self.is_unsure(name)), _compares(weights, comparison, Fraction(0))])

    @property
    def _tree(self):
        return self._reading.language.tree

    def _weights(self, items: tuple[ScoreItem, ...]) -> Weights:
        return [weight for item in items for weight in self._item(item)]

    def _item(self, item: ScoreItem) -> Weights:
        if item.add:
            return [(truth, weight * item.times) for truth, weight in self._addend(item.add)]
        if item.each:
            return [(where, item.points) for question in item.each for where in self._yes(question)]
        return [(self._reading.holds(item.condition), item.points)]

    def _yes(self, question: str) -> list[Truth]:
        return [all_of([where, value]) for where, value in self._reading.values(question)]

    def _addend(self, name: str) -> Weights:
        if name in self._tree.scores:
            return self._weights(self._tree.scores[name].items)
        question = self._tree.questions[name]
        return [
            (all_of([where, truth]), weight)
            for where, value in self._reading.values(name)
            for truth, weight in _worth(question, value)
        ]

    # Percentages

    def _is_answered(self, item: ScoreItem) -> Truth:
        language = self._reading.language
        if item.add in self._tree.scores:
            return all_of(self._is_answered(inner) for inner in self._tree.scores[item.add].items)
        questions = [item.add] if item.add else item.each or sorted(language.reads.answers(item.condition))
        return all_of(any_of(where for where, _ in self._reading.values(question)) for question in questions)

    def _extremes(self, item: ScoreItem) -> tuple[Fraction, Fraction]:
        """The least and the most that an item can give."""
        if not item.add:
            ends = [item.points * max(1, len(item.each)), Fraction(0)]
        elif item.add in self._tree.scores:
            inner = [self._extremes(one) for one in self._tree.scores[item.add].items]
            ends = [item.times * sum(least for least, _ in inner), item.times * sum(most for _, most in inner)]
        else:
            ends = [item.times * end for end in _ends(self._tree.questions[item.add])]
        return min(ends), max(ends)


def _separated(items: tuple[ScoreItem, ...]) -> list[ScoreItem]:
    """With an item for every question of a `for each of`, since each is answered or not by itself."""
    separated: list[ScoreItem] = []
    for item in items:
        separated += [ScoreItem(points=item.points, each=(question,)) for question in item.each] or [item]
    return separated


def _worth(question: Question, value: Symbol | Value) -> Weights:
    """A number as its low end and its bits, a choice as every choice with what it gives."""
    if question.kind == "choice":
        return [(value == position, points) for position, points in enumerate(question.points)]
    grid = question.grid
    if isinstance(value, int):
        return [(True, grid.number(value))]
    bits = [(z3.Extract(bit, bit, value) == 1, grid.step * 2**bit) for bit in range(value.size())]
    return [(True, grid.low), *bits]


def _ends(question: Question) -> tuple[Fraction, Fraction]:
    if question.kind == "choice":
        return min(question.points), max(question.points)
    return question.grid.low, question.grid.high


def _compares(weights: Weights, comparison: str, bound: Fraction) -> Truth:
    at_least = weighs_at_least(weights, bound)
    # More than a bound is its negative being less than the negative bound.
    at_most = weighs_at_least([(truth, -weight) for truth, weight in weights], -bound)
    match comparison:
        case "<":
            return opposite(at_least)
        case "<=":
            return at_most
        case "=":
            return all_of([at_least, at_most])
        case ">=":
            return at_least
    return opposite(at_most)
