"""What a condition is. `between`, `is not`, `none of` and the like are written with these as the format says."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction


@dataclass(frozen=True)
class All:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Any:
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Not:
    inner: Condition


@dataclass(frozen=True)
class Count:
    how: str  # least, exactly or most
    number: int
    parts: tuple[Condition, ...]


@dataclass(frozen=True)
class Fact:
    name: str


@dataclass(frozen=True)
class IsOneOf:
    question: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Has:
    question: str
    how: str  # any, all or none
    names: tuple[str, ...]


@dataclass(frozen=True)
class Compares:
    """A number or a duration; `literal` is a number, or minutes."""

    question: str
    comparison: str
    literal: Fraction


@dataclass(frozen=True)
class ComparesScore:
    score: str
    comparison: str
    literal: Fraction


@dataclass(frozen=True)
class IsUnsure:
    question: str


@dataclass(frozen=True)
class ScoreIsUnsure:
    score: str


@dataclass(frozen=True)
class WasAsked:
    question: str


Test = IsOneOf | Has | Compares
Condition = All | Any | Not | Count | Fact | Test | ComparesScore | IsUnsure | ScoreIsUnsure | WasAsked

ALWAYS = All(())
NEVER = Any(())
