"""What a test of a question says about a value, one that is given or one that z3 may choose."""

from __future__ import annotations

import z3

from conditions import Compares, Has, IsOneOf, Test
from logic import Truth, all_of, any_of, opposite
from patient import Cuts, Symbol, last
from tree import Question, Value


def passes(test: Test, question: Question, value: Symbol | Value) -> Truth:
    match test:
        case IsOneOf(_, names):
            return any_of(_is(name, question, value) for name in names)
        case Has(_, "any", names):
            return any_of(picks(value, name) for name in names)
        case Has(_, "all", names):
            return all_of(picks(value, name) for name in names)
        case Has(_, _, names):
            return opposite(any_of(picks(value, name) for name in names))
        case Compares(_, comparison, literal):
            return _compares(comparison, question.grid.index(literal), question, value)
    raise TypeError(test)


def _is(name: str, question: Question, value: Symbol | Value) -> Truth:
    if question.kind == "yes-no":
        return value if name == "yes" else opposite(value)
    position = question.choices.index(name)
    return value == position


def picks(value: Symbol | Value, name: str) -> Truth:
    return name in value if isinstance(value, frozenset) else value[name]


def _compares(comparison: str, place: int, question: Question, value: Symbol | Value) -> Truth:
    at_least, above = (is_at_least(bound, question, value) for bound in (place, place + 1))
    match comparison:
        case "<":
            return opposite(at_least)
        case "<=":
            return opposite(above)
        case "=":
            return all_of([at_least, opposite(above)])
        case ">=":
            return at_least
    return above


def is_at_least(bound: int, question: Question, value: Cuts | z3.BitVecRef | int) -> Truth:
    """Whether a place on the grid is at or beyond another."""
    if bound <= 0:
        return True
    if bound > last(question):
        return False
    if isinstance(value, Cuts):
        return value.is_at_least(bound)
    return value >= bound if isinstance(value, int) else z3.UGE(value, bound)
