"""Truths that may be known already: z3's connectives, which fold what is plain true or false."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import gcd, lcm

import z3

Truth = bool | z3.BoolRef


def all_of(parts: Iterable[Truth]) -> Truth:
    left: list[z3.BoolRef] = []
    for part in parts:
        if part is False:
            return False
        if part is not True:
            left.append(part)
    return left[0] if len(left) == 1 else z3.And(left) if left else True


def any_of(parts: Iterable[Truth]) -> Truth:
    left: list[z3.BoolRef] = []
    for part in parts:
        if part is True:
            return True
        if part is not False:
            left.append(part)
    return left[0] if len(left) == 1 else z3.Or(left) if left else False


def opposite(truth: Truth) -> Truth:
    return not truth if isinstance(truth, bool) else z3.Not(truth)


Weights = list[tuple[Truth, Fraction]]


def weighs_at_least(weights: Weights, bound: Fraction) -> Truth:
    """Whether the weights of what is true add up to so much. Exact; the weights may be negative and broken numbers."""
    positive: list[tuple[z3.BoolRef, Fraction]] = []
    for truth, weight in weights:
        if truth is True:
            bound -= weight
        elif truth is not False and weight > 0:
            positive.append((truth, weight))
        elif truth is not False and weight < 0:
            # w·t is w + |w|·(not t).
            positive.append((z3.Not(truth), -weight))
            bound -= weight
    return _sum_at_least(positive, bound)


def _sum_at_least(positive: list[tuple[z3.BoolRef, Fraction]], bound: Fraction) -> Truth:
    if bound <= 0:
        return True
    if sum(weight for _, weight in positive) < bound:
        return False
    scale = lcm(*(weight.denominator for _, weight in positive))
    whole = [int(weight * scale) for _, weight in positive]
    divisor = gcd(*whole)
    whole = [weight // divisor for weight in whole]
    # Sums are whole numbers now, so the bound may be rounded up.
    least = -(-bound * scale // divisor)
    return _bits_at_least([truth for truth, _ in positive], whole, int(least))


def _bits_at_least(truths: list[z3.BoolRef], whole: list[int], least: int) -> Truth:
    if least <= min(whole):
        return z3.Or(truths)
    width = sum(whole).bit_length()
    zero = z3.BitVecVal(0, width)
    terms = [z3.If(truth, z3.BitVecVal(weight, width), zero) for truth, weight in zip(truths, whole)]
    return z3.UGE(_balanced_sum(terms), z3.BitVecVal(least, width))


def _balanced_sum(terms: list[z3.BitVecRef]) -> z3.BitVecRef:
    while len(terms) > 1:
        pairs = [terms[place] + terms[place + 1] for place in range(0, len(terms) - 1, 2)]
        terms = pairs + terms[len(pairs) * 2:]
    return terms[0]
