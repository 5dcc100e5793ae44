"""When one answer to a red flag is more worrying than another."""

from __future__ import annotations

import z3

from logic import Truth, all_of, any_of, opposite
from patient import Answer, Cuts
from tree import Value
from value_tests import picks


def is_more_worrying(second: Answer, first: Answer) -> Truth:
    flag = first.question.red_flag
    if flag.tiers:
        return _is_of_a_later_tier(second, first)
    if first.question.kind == "choices":
        return _picks_more(second, first)
    return _is_larger(second, first) if flag.direction == "rising" else _is_larger(first, second)


def _is_of_a_later_tier(second: Answer, first: Answer) -> Truth:
    tiers = first.question.red_flag.tiers
    return any_of(
        all_of([_is_among(tiers[:place], first), _is_among(tiers[place:], second)]) for place in range(1, len(tiers))
    )


def _is_among(tiers: tuple[tuple[Value | None, ...], ...], answer: Answer) -> Truth:
    places = [place for tier in tiers for place in tier]
    question = answer.question
    # Without a place of its own, "not sure" stands where the value stands that it counts as.
    ranks_unsure = any(None in tier for tier in question.red_flag.tiers)
    unsure_is_among = (None if ranks_unsure else question.unsure_value) in places
    definite = any_of(_equals(answer, place) for place in places if place is not None)
    return any_of([all_of([answer.unsure, unsure_is_among]), all_of([opposite(answer.unsure), definite])])


def _equals(answer: Answer, place: Value) -> Truth:
    if isinstance(place, bool):
        return answer.value if place else opposite(answer.value)
    return answer.value == place


def _is_larger(one: Answer, other: Answer) -> Truth:
    if isinstance(one.value, Cuts):
        # Both have the cuts that the second patient has.
        bounds = one.value.by_bound.keys() & other.value.by_bound.keys()
        return any_of(
            all_of([_is_at_least(bound, one), opposite(_is_at_least(bound, other))]) for bound in sorted(bounds)
        )
    return z3.UGT(_size(one), _size(other))


def _is_at_least(bound: int, answer: Answer) -> Truth:
    definite = all_of([opposite(answer.unsure), answer.value.is_at_least(bound)])
    counts = answer.question.unsure == "counts" and answer.question.unsure_value >= bound
    return any_of([answer.unsure, definite]) if counts else definite


def _size(answer: Answer) -> z3.BitVecRef:
    if answer.unsure is False:
        return answer.value
    return z3.If(answer.unsure, z3.BitVecVal(answer.question.unsure_value, answer.value.size()), answer.value)


def _picks_more(second: Answer, first: Answer) -> Truth:
    """Whether all that counts and was picked is still picked, and something more, and the rest is the same.

    "Not sure" of its own is more worrying than nothing, and less than two or more.
    """
    if first.question.red_flag.direction == "falling":
        first, second = second, first
        counting = first.question.choices
    else:
        counting = tuple(first.question.red_flag.worrying)
    definite = all_of(
        [opposite(first.unsure), opposite(second.unsure)] if first.question.unsure == "own" else []
    )
    before, after = ([_is_picked(answer, name) for name in counting] for answer in (first, second))
    keeps = all_of(any_of([opposite(old), new]) for old, new in zip(before, after))
    adds = any_of(all_of([opposite(old), new]) for old, new in zip(before, after))
    rest = [name for name in first.question.choices if name not in counting]
    same = all_of(_are_alike(_is_picked(first, name), _is_picked(second, name)) for name in rest)
    return any_of([all_of([definite, keeps, adds, same]), _passes_unsure(second, first, before, after)])


def _are_alike(one: Truth, other: Truth) -> Truth:
    return any_of([all_of([one, other]), all_of([opposite(one), opposite(other)])])


def _is_picked(answer: Answer, name: str) -> Truth:
    if answer.question.unsure != "counts":
        return picks(answer.value, name)
    counted = picks(answer.question.unsure_value, name)
    definite = all_of([opposite(answer.unsure), picks(answer.value, name)])
    return any_of([definite, all_of([answer.unsure, counted])])


def _passes_unsure(second: Answer, first: Answer, before: list[Truth], after: list[Truth]) -> Truth:
    if first.question.unsure != "own":
        return False
    from_none = all_of([opposite(first.unsure), opposite(any_of(before)), second.unsure])
    pairs = (all_of([one, other]) for place, one in enumerate(after) for other in after[:place])
    to_two = all_of([first.unsure, opposite(second.unsure), any_of(pairs)])
    return any_of([from_none, to_two])
