"""What a tree is, as far as a proof about it can tell: the cases of the format, names left as names."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction

from conditions import Condition


@dataclass(frozen=True)
class Grid:
    """The numbers that a question accepts, from `low` in steps up to `high`. A duration is a grid of minutes."""

    low: Fraction
    high: Fraction
    step: Fraction

    @property
    def count(self) -> int:
        return int((self.high - self.low) / self.step) + 1

    def index(self, number: Fraction) -> int:
        position = (number - self.low) / self.step
        if position.denominator != 1 or not 0 <= position < self.count:
            raise ValueError(f"{number} is not on the grid from {self.low} to {self.high}")
        return int(position)

    def number(self, index: int) -> Fraction:
        return self.low + index * self.step


# What a definite answer is: yes or no, a choice or a place on the grid by its position, or the choices picked.
Value = bool | int | frozenset


@dataclass(frozen=True)
class RedFlag:
    """The order of a question's answers. Just one of the three is there."""

    # Every answer, least worrying first; None is "not sure".
    tiers: tuple[tuple[Value | None, ...], ...] = ()
    # Of a `choices` question, the worrying ones.
    worrying: frozenset = frozenset()
    # "rising" or "falling".
    direction: str = ""


@dataclass
class Question:
    name: str
    kind: str  # yes-no, choice, choices, number or duration
    choices: tuple[str, ...] = ()
    points: tuple[Fraction | None, ...] = ()  # what each choice gives to a score
    grid: Grid | None = None
    unsure: str = "again"  # again, own or counts
    unsure_value: Value | None = None
    unasked: Value | None = None
    applies: Condition | None = None
    red_flag: RedFlag | None = None

    @property
    def takes_unsure(self) -> bool:
        return self.unsure != "again"


@dataclass(frozen=True)
class ScoreItem:
    """Gives `points` where `condition` holds or for each question answered yes, or so many `times` what `add` names."""

    points: Fraction = Fraction(0)
    condition: Condition | None = None
    add: str = ""
    times: Fraction = Fraction(1)
    each: tuple[str, ...] = ()


@dataclass(frozen=True)
class Score:
    items: tuple[ScoreItem, ...]
    is_percentage: bool = False


@dataclass(frozen=True)
class Branch:
    condition: Condition | None
    section: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class Step:
    """A step that asks, that branches, or both; a `go` is one branch. What is only said is left out."""

    condition: Condition | None
    ask: str = ""
    branches: tuple[Branch, ...] = ()


@dataclass(frozen=True)
class Entry:
    """An entry of a list of stretches: a programme, or the first of some stretches that may be offered."""

    condition: Condition | None
    programme: str = ""
    first_of: tuple[str, ...] = ()


@dataclass(frozen=True)
class StretchList:
    entries: tuple[Entry, ...] = ()
    at_most: int | None = None


@dataclass(frozen=True)
class Outcome:
    level: int | None  # None is `outside`
    stretches: StretchList = StretchList()


@dataclass(frozen=True)
class Alarm:
    asks: tuple[str, ...]
    condition: Condition | None
    end: str


@dataclass(frozen=True)
class LevelTest:
    comparison: str  # is, <= or >=
    level: int

    def holds(self, level: int | None) -> bool:
        """No test holds of an outcome without a level."""
        if level is None:
            return False
        return {"is": level == self.level, "<=": level <= self.level, ">=": level >= self.level}[self.comparison]


@dataclass(frozen=True)
class Claim:
    """`form` is one of the claims of the format, the rest what it speaks of."""

    form: str
    condition: Condition | None = None
    level: LevelTest | None = None
    names: tuple[str, ...] = ()
    question: str = ""
    other: str = ""
    within: int = 0


@dataclass(frozen=True)
class Guarantee:
    name: str
    premise: Condition | LevelTest | None
    claim: Claim


@dataclass
class Tree:
    id: str
    start: str
    stuck: str
    levels: tuple[str, ...]
    questions: dict[str, Question] = field(default_factory=dict)
    facts: dict[str, Condition] = field(default_factory=dict)
    scores: dict[str, Score] = field(default_factory=dict)
    sections: dict[str, tuple[Step, ...]] = field(default_factory=dict)
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    avoid: dict[str, tuple[str, ...]] = field(default_factory=dict)  # of every stretch
    programmes: dict[str, StretchList] = field(default_factory=dict)
    alarms: dict[str, Alarm] = field(default_factory=dict)
    guarantees: tuple[Guarantee, ...] = ()

    @property
    def red_flags(self) -> list[Question]:
        return [question for question in self.questions.values() if question.red_flag]
