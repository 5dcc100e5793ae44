"""The walk through a tree: which sections a patient reaches, which questions are asked, and where it ends.

No section can be reached from itself, so a patient comes to every step at most once. Whether they come there is one
boolean a step, which uses those of the steps before. A question was asked before a step where one of the steps before
it asked it: of those that lie on ways to the step only the patient's own path has been walked.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import partial

from conditions import Condition
from logic import Truth, all_of, any_of, opposite, weighs_at_least
from reading import Language, Reading
from section_graph import SectionGraph
from tree import Branch, Step


@dataclass(frozen=True)
class Asking:
    """A step that asks a question which had not been asked."""

    section: str
    position: int
    happens: Truth


class Walk:
    def __init__(self, language: Language) -> None:
        self._language = language
        self._tree = language.tree
        self._graph = SectionGraph(self._tree)
        self._define = language.definitions.define
        self.reached: dict[str, Truth] = {section: False for section in self._tree.sections}
        self.askings: dict[str, list[Asking]] = {question: [] for question in self._tree.questions}
        self.ends: dict[str, Truth] = {}
        self._ways_to_section: dict[str, list[Truth]] = {section: [] for section in self._tree.sections}
        self._ways_to_outcome: dict[str, list[Truth]] = {outcome: [] for outcome in self._tree.outcomes}
        self._ways_to_section[self._tree.start].append(True)
        self._was_asked: dict[tuple[int, ...], Truth] = {}
        for section in self._graph.order:
            self._walk(section)
        for outcome, ways in self._ways_to_outcome.items():
            self.ends[outcome] = self._define(any_of(ways), f"ends.{outcome}")

    # What a claim may ask

    def asked(self, question: str) -> Truth:
        """Whether it is asked on the patient's whole way."""
        return self._any_asked(self.askings[question])

    def asked_before(self, question: str, asking: Asking) -> Truth:
        """Whether it is asked before another is, where that is."""
        return self._asked(asking.section, asking.position, False, question)

    def asks_so_many_before(self, number: int, asking: Asking) -> Truth:
        """Whether so many questions or more are asked before another."""
        before = [
            (one.happens, Fraction(1))
            for askings in self.askings.values() for one in self._before(askings, asking.section, asking.position)
        ]
        return weighs_at_least(before, Fraction(number))

    @property
    def asks_anything(self) -> Truth:
        return any_of(self.asked(question) for question in self._tree.questions)

    # Walking

    def _walk(self, section: str) -> None:
        here = self._define(any_of(self._ways_to_section[section]), f"reaches.{section}")
        self.reached[section] = here
        for position, step in enumerate(self._tree.sections[section]):
            if here is False:
                return
            here = self._take(step, section, position, here)

    def _take(self, step: Step, section: str, position: int, here: Truth) -> Truth:
        """Takes a step where `here` holds. What it returns holds where the next step follows."""
        name = f"{section}.{position}"
        reading = self._reading(section, position, within=False)
        takes = self._define(all_of([here, reading.holds(step.condition)]), f"takes.{name}")
        if step.ask:
            self._ask(step.ask, section, position, takes, reading)
        goes_on = takes
        reading = self._reading(section, position, within=True)
        for branch in step.branches:
            goes_on = self._try(branch, goes_on, reading, name)
        if not step.branches:
            return here
        skips = all_of([here, opposite(takes)]) if step.condition is not None else False
        return self._define(any_of([skips, goes_on]), f"after.{name}")

    def _ask(self, question: str, section: str, position: int, takes: Truth, reading: Reading) -> None:
        applies = reading.holds(self._tree.questions[question].applies)
        is_new = opposite(self._asked(section, position, False, question))
        happens = self._define(all_of([takes, is_new, applies]), f"asks.{question}")
        self.askings[question].append(Asking(section, position, happens))

    def _try(self, branch: Branch, here: Truth, reading: Reading, name: str) -> Truth:
        """Takes a branch where it holds. What it returns holds where the next one is tried."""
        holds = self._holds(branch.condition, reading, name)
        taken = self._define(all_of([here, holds]), f"leaves.{name}")
        if branch.section:
            self._ways_to_section[branch.section].append(taken)
        else:
            self._ways_to_outcome[branch.outcome].append(taken)
        return all_of([here, opposite(holds)])

    def _holds(self, condition: Condition | None, reading: Reading, name: str) -> Truth:
        return self._define(reading.holds(condition), f"holds.{name}")

    # What was asked where

    def _reading(self, section: str, position: int, within: bool) -> Reading:
        """How decisions read the answers before a step, or within it, where its question has been asked."""
        return Reading(self._language, partial(self._asked, section, position, within))

    def _asked(self, section: str, position: int, within: bool, question: str) -> Truth:
        graph = self._graph
        certain = graph.certain_within(section, position) if within else graph.certain_before[section, position]
        if question in certain:
            return True
        return self._any_asked(self._before(self.askings[question], section, position + within))

    def _before(self, askings: list[Asking], section: str, position: int) -> list[Asking]:
        ancestors = self._graph.ancestors[section]
        return [
            one for one in askings
            if one.section in ancestors or (one.section == section and one.position < position)
        ]

    def _any_asked(self, askings: list[Asking]) -> Truth:
        key = tuple(id(asking) for asking in askings)
        if key not in self._was_asked:
            truth = any_of(asking.happens for asking in askings)
            self._was_asked[key] = self._define(truth, "asked")
        return self._was_asked[key]
