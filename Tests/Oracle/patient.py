"""A patient: one answer to every question, asked or not, as things that z3 may choose."""

from __future__ import annotations

from collections.abc import Iterable
from copy import copy
from dataclasses import dataclass

import z3

from logic import Truth, all_of
from tree import Question, Tree, Value


class Cuts:
    """A place on a grid, as far as it is compared: of every bound, whether the place is there or beyond."""

    def __init__(self, name: str, bounds: Iterable[int]) -> None:
        self._name = name
        self.by_bound: dict[int, z3.BoolRef] = {}
        for bound in bounds:
            self.is_at_least(bound)

    def is_at_least(self, bound: int) -> z3.BoolRef:
        """The cut at a bound, which is made when it is first wanted."""
        if bound not in self.by_bound:
            self.by_bound[bound] = z3.Bool(f"{self._name}>={bound}")
        return self.by_bound[bound]

    @property
    def constraints(self) -> list[z3.BoolRef]:
        bounds = sorted(self.by_bound)
        return [z3.Implies(self.by_bound[high], self.by_bound[low]) for low, high in zip(bounds, bounds[1:])]


# A value that z3 may choose. A choice is its position, and so is a number that scores add up; of any other number
# only its cuts matter. Of `choices`, every choice is a truth.
Symbol = z3.BoolRef | z3.BitVecRef | Cuts | dict[str, z3.BoolRef]


@dataclass(frozen=True)
class Answer:
    """Where `unsure` holds, the value means nothing."""

    question: Question
    unsure: Truth
    value: Symbol

    @property
    def variables(self) -> list[z3.ExprRef]:
        unsure = [] if self.unsure is False else [self.unsure]
        if isinstance(self.value, Cuts):
            return unsure + list(self.value.by_bound.values())
        return unsure + (list(self.value.values()) if isinstance(self.value, dict) else [self.value])


class Patient:
    def __init__(self, tree: Tree) -> None:
        scored = {item.add for score in tree.scores.values() for item in score.items}
        self.answers = {
            name: _answer(question, name, _symbol(question, name, name in scored))
            for name, question in tree.questions.items()
        }

    @property
    def constraints(self) -> list[z3.BoolRef]:
        """What makes the answers such as the questions take. Complete when no more cuts are wanted."""
        return [constraint for answer in self.answers.values() for constraint in _constraints(answer)]

    def another(self) -> Patient:
        """A patient of whom the same is known as of this one so far, variable by variable."""
        other = copy(self)
        other.answers = {
            name: _answer(answer.question, f"{name}'", _another(answer.value, f"{name}'"))
            for name, answer in self.answers.items()
        }
        return other


def last(question: Question) -> int:
    """The last position among the choices or on the grid."""
    return len(question.choices) - 1 if question.kind == "choice" else question.grid.count - 1


def _answer(question: Question, name: str, value: Symbol) -> Answer:
    return Answer(question, z3.Bool(f"{name}?") if question.takes_unsure else False, value)


def _symbol(question: Question, name: str, is_scored: bool) -> Symbol:
    match question.kind:
        case "yes-no":
            return z3.Bool(name)
        case "choices":
            return {choice: z3.Bool(f"{name}.{choice}") for choice in question.choices}
        case "number" | "duration" if not is_scored:
            return Cuts(name, _bounds_of_worry(question))
    return z3.BitVec(name, max(1, last(question).bit_length()))


def _bounds_of_worry(question: Question) -> list[int]:
    """Where "not sure" stands in the order of a red flag: what is larger or smaller is told apart from it."""
    if not question.red_flag or question.unsure != "counts":
        return []
    return [bound for bound in (question.unsure_value, question.unsure_value + 1) if 0 < bound <= last(question)]


def _another(value: Symbol, name: str) -> Symbol:
    if isinstance(value, Cuts):
        return Cuts(name, value.by_bound)
    if isinstance(value, dict):
        return {choice: z3.Bool(f"{name}.{choice}") for choice in value}
    return z3.Bool(name) if isinstance(value, z3.BoolRef) else z3.BitVec(name, value.size())


def _constraints(answer: Answer) -> list[z3.BoolRef]:
    if isinstance(answer.value, z3.BitVecRef):
        return [z3.ULE(answer.value, last(answer.question))]
    return answer.value.constraints if isinstance(answer.value, Cuts) else []


def are_equal(first: Answer, second: Answer) -> Truth:
    return all_of(one == other for one, other in zip(first.variables, second.variables))


def chosen(answer: Answer, model: z3.ModelRef) -> Value | None:
    """The answer in a model; None is "not sure"."""

    def truth(symbol: z3.BoolRef) -> bool:
        return z3.is_true(model.eval(symbol, model_completion=True))

    if answer.unsure is not False and truth(answer.unsure):
        return None
    if isinstance(answer.value, dict):
        return frozenset(choice for choice, picked in answer.value.items() if truth(picked))
    if isinstance(answer.value, Cuts):
        return max((bound for bound, cut in answer.value.by_bound.items() if truth(cut)), default=0)
    if isinstance(answer.value, z3.BoolRef):
        return truth(answer.value)
    return model.eval(answer.value, model_completion=True).as_long()
