"""Numbers and durations as trees write them."""

from fractions import Fraction

_MINUTES = {"minute": 1, "hour": 60, "day": 24 * 60, "week": 7 * 24 * 60, "month": 30 * 24 * 60, "year": 365 * 24 * 60}


def number(text: str) -> Fraction:
    return Fraction(text)


def duration(text: str) -> Fraction:
    """Minutes, from words like "14 days"."""
    count, unit = text.split()
    return Fraction(count) * _MINUTES[unit.removesuffix("s")]


def literal(text: str, kind: str) -> Fraction:
    return duration(text) if kind == "duration" else number(text)
