"""All that is to be decided about a tree, in the order in which it is told."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from functools import cached_property

import z3

from guarantees import Guarantees
from logic import all_of, any_of, opposite
from pairs import Pairs
from proof import Proof
from sessions import Sessions
from tree import Tree


class Proofs:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self.sessions = Sessions(tree)
        self._walk, self._offers = self.sessions.walk, self.sessions.offers

    @cached_property
    def pairs(self) -> Pairs:
        return Pairs(self.sessions)

    @property
    def constraints(self) -> list[z3.BoolRef]:
        """What is so of every patient and session. Complete when all proofs have been made."""
        definitions = [named == meaning for named, meaning in self.sessions.definitions.equations]
        return self.sessions.patient.constraints + definitions

    # In the order in which they are told.
    KINDS = (
        "guarantee", "monotone", "doubt", "asked-before-offering", "keeps-a-stretch", "outcome-reached",
        "section-reached", "stretch-offered",
    )

    def of_kinds(self, only: Collection[str] = KINDS) -> list[Proof]:
        makers: dict[str, Callable[[], Iterator[Proof]]] = {
            "guarantee": self._guarantees,
            "monotone": self._monotone,
            "doubt": self._doubt,
            "asked-before-offering": self._asked_before_offering,
            "keeps-a-stretch": self._keeps_a_stretch,
            "outcome-reached": self._outcomes_reached,
            "section-reached": self._sections_reached,
            "stretch-offered": self._stretches_offered,
        }
        return [proof for kind in self.KINDS if kind in only for proof in makers[kind]()]

    def _guarantees(self) -> Iterator[Proof]:
        guarantees = Guarantees(self.sessions, lambda: self.pairs)
        return (guarantees.proof(one) for one in self._tree.guarantees)

    def _monotone(self) -> Iterator[Proof]:
        for question in self._tree.red_flags:
            broken = self.pairs.breaks_monotone(question.name)
            yield Proof("monotone", question.name, broken, may_differ=frozenset([question.name]))

    def _doubt(self) -> Iterator[Proof]:
        for question in self._tree.questions.values():
            if question.takes_unsure and not question.red_flag:
                broken = self.pairs.lowered_by_doubt(question.name)
                yield Proof("doubt", question.name, broken, may_differ=frozenset([question.name]))

    def _asked_before_offering(self) -> Iterator[Proof]:
        anything = self.sessions.definitions.define(self._offers.anything, "offers.anything")
        for question in self._tree.red_flags:
            skipped = all_of([self.sessions.applies(question.name), opposite(self._walk.asked(question.name))])
            yield Proof("asked-before-offering", question.name, all_of([anything, skipped]))

    def _keeps_a_stretch(self) -> Iterator[Proof]:
        for name, outcome in self._tree.outcomes.items():
            if outcome.stretches.entries:
                loses_all = all_of([self._walk.ends[name], opposite(self._offers.anything_at(name))])
                yield Proof("keeps-a-stretch", name, loses_all)

    def _outcomes_reached(self) -> Iterator[Proof]:
        for name in self._tree.outcomes:
            if name == self._tree.stuck:
                continue
            ways = [self._walk.ends[name]]
            ways += [self.sessions.alarm_ends(a) for a, alarm in self._tree.alarms.items() if alarm.end == name]
            yield Proof("outcome-reached", name, any_of(ways), holds_when_found=True)

    def _sections_reached(self) -> Iterator[Proof]:
        for name in self._tree.sections:
            yield Proof("section-reached", name, self._walk.reached[name], holds_when_found=True)

    def _stretches_offered(self) -> Iterator[Proof]:
        for name in self._tree.avoid:
            yield Proof("stretch-offered", name, self._offers.anywhere(name), holds_when_found=True)
