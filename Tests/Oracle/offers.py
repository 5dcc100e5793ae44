"""Which stretches a patient is offered who ends by decision."""

from __future__ import annotations

from conditions import Fact, IsOneOf
from known import KnownReading
from logic import Truth, all_of, any_of, opposite
from reading import Language, Reading
from tree import Entry, StretchList
from walk import Walk


class Offers:
    def __init__(self, language: Language, walk: Walk) -> None:
        self._language = language
        self._tree = language.tree
        self._reading = Reading(language, walk.asked)
        self._known = KnownReading(self._reading)
        self._allowed: dict[str, Truth] = {}
        self._of_outcome = {name: self._offered(outcome.stretches) for name, outcome in self._tree.outcomes.items()}
        self._ends = walk.ends

    def at(self, outcome: str, stretch: str) -> Truth:
        """Whether somebody is offered a stretch who ends in an outcome; it means nothing of anybody else."""
        return self._of_outcome[outcome].get(stretch, False)

    def anything_at(self, outcome: str) -> Truth:
        return any_of(self._of_outcome[outcome].values())

    def of_outcome(self, outcome: str) -> list[str]:
        """The stretches in the list of an outcome."""
        return list(self._of_outcome[outcome])

    def anywhere(self, stretch: str) -> Truth:
        return any_of(all_of([self._ends[outcome], self.at(outcome, stretch)]) for outcome in self._tree.outcomes)

    @property
    def anything(self) -> Truth:
        return any_of(all_of([self._ends[outcome], self.anything_at(outcome)]) for outcome in self._tree.outcomes)

    def _offered(self, stretches: StretchList) -> dict[str, Truth]:
        offer = _Offer(self)
        offer.take(stretches)
        return offer.offered

    def allowed(self, stretch: str) -> Truth:
        """Whether everything that a stretch avoids is known to be false."""
        if stretch not in self._allowed:
            truth = all_of(self._avoided(name) for name in self._tree.avoid[stretch])
            self._allowed[stretch] = self._language.definitions.define(truth, f"allows.{stretch}")
        return self._allowed[stretch]

    def _avoided(self, name: str) -> Truth:
        condition = Fact(name) if name in self._tree.facts else IsOneOf(name, ("yes",))
        return self._known.judge(condition).is_false

    def holds(self, entry: Entry) -> Truth:
        return self._reading.holds(entry.condition)

    def programme(self, name: str) -> StretchList:
        return self._tree.programmes[name]


class _Cap:
    """How many stretches came since a list began, up to as many as it may have: `counts[n]`, whether n + 1 did."""

    def __init__(self, most: int) -> None:
        self.counts: list[Truth] = [False] * most

    @property
    def has_room(self) -> Truth:
        return opposite(self.counts[-1])

    def count(self, comes: Truth) -> None:
        for place in range(len(self.counts) - 1, 0, -1):
            self.counts[place] = any_of([self.counts[place], all_of([comes, self.counts[place - 1]])])
        self.counts[0] = any_of([self.counts[0], comes])


class _Offer:
    """A list of stretches taken entry by entry, as it is offered."""

    def __init__(self, offers: Offers) -> None:
        self._offers = offers
        self.offered: dict[str, Truth] = {}
        self._caps: list[_Cap] = []

    def take(self, stretches: StretchList, where: Truth = True) -> None:
        if stretches.at_most is not None:
            self._caps.append(_Cap(stretches.at_most))
        for entry in stretches.entries:
            self._take_entry(entry, where)
        if stretches.at_most is not None:
            self._caps.pop()

    def _take_entry(self, entry: Entry, where: Truth) -> None:
        where = all_of([where, self._offers.holds(entry)])
        if entry.programme:
            self.take(self._offers.programme(entry.programme), where)
            return
        tried = all_of([where, *(cap.has_room for cap in self._caps)])
        for stretch in entry.first_of:
            allowed = self._offers.allowed(stretch)
            self._add(stretch, all_of([tried, allowed]))
            tried = all_of([tried, opposite(allowed)])

    def _add(self, stretch: str, comes: Truth) -> None:
        """A stretch that is offered already takes no room again."""
        before = self.offered.get(stretch, False)
        for cap in self._caps:
            cap.count(all_of([comes, opposite(before)]))
        self.offered[stretch] = any_of([before, comes])
