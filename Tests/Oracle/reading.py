"""Conditions over a patient's answers as z3's booleans."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from conditions import (
    All, Any, Compares, ComparesScore, Condition, Count, Fact, Has, IsOneOf, IsUnsure, Not, ScoreIsUnsure, Test,
    WasAsked,
)
from definitions import Definitions
from logic import Truth, all_of, any_of, opposite, weighs_at_least
from patient import Answer, Patient, Symbol
from reads import Reads
from score_weights import Scores
from tree import Tree, Value
from value_tests import passes


class Language:
    """What all readings of one patient share: the tree, the answers, and what has been defined over them."""

    def __init__(self, tree: Tree, patient: Patient, definitions: Definitions) -> None:
        self.tree = tree
        self.patient = patient
        self.definitions = definitions
        self.reads = Reads(tree)
        self.facts: dict[tuple, Truth] = {}


class Reading:
    """One way to read the answers: `asked` says of a question whether it has its answer.

    What has none counts as its `unasked`, or where `counts_unasked` is false as nothing.
    """

    def __init__(self, language: Language, asked: Callable[[str], Truth], counts_unasked: bool = True) -> None:
        self.language = language
        self.asked = asked
        self.counts_unasked = counts_unasked
        self._scores = Scores(self)

    def holds(self, condition: Condition | None) -> Truth:
        match condition:
            case None:
                return True
            case All(parts):
                return all_of(self.holds(part) for part in parts)
            case Any(parts):
                return any_of(self.holds(part) for part in parts)
            case Not(inner):
                return opposite(self.holds(inner))
            case Count(how, number, parts):
                return self._counts(how, number, [self.holds(part) for part in parts])
            case Fact(name):
                return self._fact(name)
            case ComparesScore(score, comparison, literal):
                return self._scores.compares(score, comparison, literal)
            case ScoreIsUnsure(score):
                return self._scores.is_unsure(score)
            case IsUnsure(question):
                return all_of([self.asked(question), self.answer(question).unsure])
            case WasAsked(question):
                return self.asked(question)
            case IsOneOf() | Has() | Compares():
                return self._passes(condition)
        raise TypeError(condition)

    def answer(self, question: str) -> Answer:
        return self.language.patient.answers[question]

    def values(self, name: str) -> list[tuple[Truth, Symbol | Value]]:
        """What a question counts as, and where. Where none of it holds, every comparison is false."""
        question, asked, answer = self.language.tree.questions[name], self.asked(name), self.answer(name)
        values = [(all_of([asked, opposite(answer.unsure)]), answer.value)]
        if question.unsure == "counts":
            values.append((all_of([asked, answer.unsure]), question.unsure_value))
        if self.counts_unasked and question.unasked is not None:
            values.append((opposite(asked), question.unasked))
        return [(where, value) for where, value in values if where is not False]

    def _passes(self, test: Test) -> Truth:
        question = self.language.tree.questions[test.question]
        return any_of(all_of([where, passes(test, question, value)]) for where, value in self.values(test.question))

    def _fact(self, name: str) -> Truth:
        language = self.language
        condition = language.tree.facts[name]
        asked = (self.asked(question) for question in sorted(language.reads.questions(Fact(name))))
        # Wherever the same of its questions have been asked, a fact is the same.
        key = (name, self.counts_unasked, *(truth if isinstance(truth, bool) else truth.get_id() for truth in asked))
        if key not in language.facts:
            language.facts[key] = language.definitions.define(self.holds(condition), name)
        return language.facts[key]

    @staticmethod
    def _counts(how: str, number: int, truths: list[Truth]) -> Truth:
        weights = [(truth, Fraction(1)) for truth in truths]
        enough, too_many = weighs_at_least(weights, Fraction(number)), weighs_at_least(weights, Fraction(number + 1))
        match how:
            case "least":
                return enough
            case "most":
                return opposite(too_many)
        return all_of([enough, opposite(too_many)])
