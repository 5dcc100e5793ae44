"""How one patient's sessions may go: the walk, the level that it ends with, the stretches, the alarms."""

from __future__ import annotations

from definitions import Definitions
from logic import Truth, all_of, any_of
from offers import Offers
from patient import Patient
from reading import Language, Reading
from tree import LevelTest, Tree
from walk import Walk


class Sessions:
    def __init__(self, tree: Tree) -> None:
        self.tree = tree
        self.patient = Patient(tree)
        self.definitions = Definitions()
        self._language = Language(tree, self.patient, self.definitions)
        # Of the patient's own answers, whether asked or not: each has been given.
        self.own_answers = Reading(self._language, lambda question: True)
        self.walk = Walk(self._language)
        self.offers = Offers(self._language, self.walk)
        # Whether the level is so high or higher; the lowest of all is having a level.
        self.level_at_least = [self._ends_with(LevelTest(">=", level)) for level in range(len(tree.levels))]
        self.alarm_met = {name: self._meets(name) for name in tree.alarms}

    def applies(self, question: str) -> Truth:
        """Whether it applies to the patient. What rests on a question that does not apply reads it as not asked."""
        return Reading(self._language, self.applies).holds(self.tree.questions[question].applies)

    def ends_with(self, test: LevelTest) -> Truth:
        """Whether the level of the outcome that the walk ends in passes."""
        return self._ends_with(test)

    def alarm_ends(self, alarm: str) -> Truth:
        """Whether the session may end by an alarm: it is heard where something is asked."""
        return all_of([self.alarm_met[alarm], self.walk.asks_anything])

    def _ends_with(self, test: LevelTest) -> Truth:
        passing = (name for name, outcome in self.tree.outcomes.items() if test.holds(outcome.level))
        return self.definitions.define(any_of(self.walk.ends[name] for name in passing), "level")

    def _meets(self, name: str) -> Truth:
        """A question of an alarm that does not apply to the patient has no answer for it."""
        reading = Reading(self._language, self.applies, counts_unasked=False)
        return self.definitions.define(reading.holds(self.tree.alarms[name].condition), f"meets.{name}")
