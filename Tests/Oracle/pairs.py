"""Two patients with the same answers but for some questions."""

from __future__ import annotations

import z3

from definitions import constants
from logic import Truth, all_of, any_of, opposite
from patient import are_equal
from sessions import Sessions
from worry import is_more_worrying


class Pairs:
    """The second patient's levels and alarms, defined anew over their own answers.

    `same` holds a boolean a question which says that the two answer alike. A definition has one too. Where all that it
    uses is alike, so is the definition: z3 is told, so that it need not find out for itself.
    """

    def __init__(self, sessions: Sessions) -> None:
        self._sessions = sessions
        self.second = sessions.patient.another()
        self.constraints: list[z3.BoolRef] = list(self.second.constraints)
        self.same: dict[str, z3.BoolRef] = {}
        # Of the first patient's variables and definitions: the second's, and whether they are alike.
        self._counterparts: dict[int, tuple[z3.ExprRef, z3.ExprRef, z3.BoolRef]] = {}
        self._pair_answers()
        self._pair_definitions()
        first, second = sessions.level_at_least, [self._of_second(truth) for truth in sessions.level_at_least]
        self._levels = list(zip(first, second))
        self._is_lower = self._define(
            any_of(all_of([one, opposite(other)]) for one, other in self._levels), "is-lower"
        )

    def breaks_monotone(self, question: str) -> Truth:
        """Whether the second gives a more worrying answer, and ends lower, or outside, or without the first's alarm."""
        first, second = self._answers(question)
        misses = any_of(
            self._misses(alarm) for alarm, text in self._sessions.tree.alarms.items() if question in text.asks
        )
        return all_of([is_more_worrying(second, first), any_of([self._is_lower, misses])])

    def lowered_by_doubt(self, question: str) -> Truth:
        """Whether the second is not sure where the first is, and ends lower, or outside."""
        first, second = self._answers(question)
        return all_of([opposite(first.unsure), second.unsure, self._is_lower])

    @property
    def is_raised(self) -> Truth:
        """Whether both end with a level, and the second with a higher one."""
        has_level = [self._levels[0][0], self._levels[0][1]]
        higher = any_of(all_of([opposite(one), other]) for one, other in self._levels)
        return all_of([*has_level, higher])

    def _answers(self, question: str):
        return self._sessions.patient.answers[question], self.second.answers[question]

    def _misses(self, alarm: str) -> Truth:
        met = self._sessions.alarm_met[alarm]
        second_is_highest = self._levels[-1][1]
        return all_of([met, opposite(self._of_second(met)), opposite(second_is_highest)])

    # The second's definitions

    def _pair_answers(self) -> None:
        for name, first in self._sessions.patient.answers.items():
            second = self.second.answers[name]
            same = self.same[name] = z3.Bool(f"same.{name}")
            self.constraints.append(same == are_equal(first, second))
            for one, other in zip(first.variables, second.variables):
                self._counterparts[one.get_id()] = (one, other, same)

    def _pair_definitions(self) -> None:
        equations = self._sessions.definitions.equations
        uses = {named.get_id(): constants(meaning) for named, meaning in equations}
        wanted = self._used(uses, [*self._sessions.level_at_least, *self._sessions.alarm_met.values()])
        for named, meaning in equations:
            if named.get_id() in wanted:
                self._pair(named, meaning, uses[named.get_id()])

    @staticmethod
    def _used(uses: dict[int, list[z3.ExprRef]], truths: list[Truth]) -> set[int]:
        """What some truths rest on."""
        waiting = [part for truth in truths if not isinstance(truth, bool) for part in constants(truth)]
        found: set[int] = set()
        while waiting:
            part = waiting.pop().get_id()
            if part not in found:
                found.add(part)
                waiting.extend(uses.get(part, ()))
        return found

    def _pair(self, named: z3.BoolRef, meaning: z3.BoolRef, uses: list[z3.ExprRef]) -> None:
        pairs = [self._counterparts[part.get_id()] for part in uses]
        other = z3.Bool(f"{named}'")
        self.constraints.append(other == z3.substitute(meaning, [(one, two) for one, two, _ in pairs]))
        same = z3.Bool(f"same.{named}")
        self.constraints.append(same == (named == other))
        self.constraints.append(z3.Implies(all_of({alike.get_id(): alike for _, _, alike in pairs}.values()), same))
        self._counterparts[named.get_id()] = (named, other, same)

    def _define(self, truth: Truth, name: str) -> Truth:
        if isinstance(truth, bool) or z3.is_const(truth):
            return truth
        named = z3.Bool(name)
        self.constraints.append(named == truth)
        return named

    def _of_second(self, truth: Truth) -> Truth:
        if isinstance(truth, bool):
            return truth
        return z3.substitute(truth, [self._counterparts[part.get_id()][:2] for part in constants(truth)])
