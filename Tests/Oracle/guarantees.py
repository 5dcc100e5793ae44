"""What breaks each guarantee."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from conditions import Condition
from logic import Truth, all_of, any_of, opposite, weighs_at_least
from pairs import Pairs
from proof import Proof
from sessions import Sessions
from tree import Claim, Guarantee, LevelTest

Premise = Condition | LevelTest | None


class Unsupported(Exception):
    pass


class Guarantees:
    def __init__(self, sessions: Sessions, pairs: Callable[[], Pairs]) -> None:
        self._sessions = sessions
        self._pairs = pairs
        self._tree = sessions.tree
        self._walk = sessions.walk
        self._offers = sessions.offers

    def proof(self, guarantee: Guarantee) -> Proof:
        premise, claim = guarantee.premise, guarantee.claim
        try:
            broken, met = self._broken(premise, claim), self._met(premise)
        except Unsupported as reason:
            return Proof("guarantee", guarantee.name, False, unsupported=str(reason))
        may_differ = frozenset(claim.names) if claim.form == "never raised by" else None
        return Proof("guarantee", guarantee.name, broken, premise=met, may_differ=may_differ)

    # Every patient has a session that ends by decision, and one for every alarm that may end it.

    def _met(self, premise: Premise) -> Truth:
        if premise is None:
            return True
        by_alarm = (all_of([self._sessions.alarm_ends(alarm), self._met_by_alarm(premise, alarm)])
                    for alarm in self._tree.alarms)
        return any_of([self._met_by_decision(premise), *by_alarm])

    def _broken(self, premise: Premise, claim: Claim) -> Truth:
        breaks = [all_of([self._met_by_decision(premise), self._broken_by_decision(claim)])]
        for alarm in self._tree.alarms:
            met = all_of([self._sessions.alarm_ends(alarm), self._met_by_alarm(premise, alarm)])
            if met is not False:
                breaks.append(all_of([met, self._broken_by_alarm(claim, alarm)]))
        return any_of(breaks)

    def _met_by_decision(self, premise: Premise) -> Truth:
        if isinstance(premise, LevelTest):
            return self._sessions.ends_with(premise)
        return self._sessions.own_answers.holds(premise)

    def _met_by_alarm(self, premise: Premise, alarm: str) -> Truth:
        if isinstance(premise, LevelTest):
            return premise.holds(self._level_of_alarm(alarm))
        return self._sessions.own_answers.holds(premise)

    def _level_of_alarm(self, alarm: str) -> int | None:
        return self._tree.outcomes[self._tree.alarms[alarm].end].level

    # Sessions that end by decision

    def _broken_by_decision(self, claim: Claim) -> Truth:
        match claim.form:
            case "patient":
                return opposite(self._sessions.own_answers.holds(claim.condition))
            case "level":
                return opposite(self._sessions.ends_with(claim.level))
            case "ends in":
                return opposite(any_of(self._walk.ends[outcome] for outcome in claim.names))
            case "offers nothing":
                return self._offers.anything
            case "never offers":
                return any_of(self._offers.anywhere(stretch) for stretch in claim.names)
            case "never raised by":
                return self._pairs().is_raised
        return self._breaks_order(claim)

    def _breaks_order(self, claim: Claim) -> Truth:
        if claim.form == "never asks":
            return any_of(self._walk.asked(question) for question in claim.names)
        applies = self._sessions.applies(claim.question)
        not_asked = opposite(self._walk.asked(claim.question))
        match claim.form:
            case "asks before":
                return all_of([applies, self._asks_too_early(claim)])
            case "asks before offering":
                return all_of([applies, not_asked, self._offers.anything])
            case "offers only after":
                return all_of([applies, not_asked, self._offers.anywhere(claim.other)])
            case "asks within":
                return all_of([applies, opposite(self._asks_in_time(claim))])
        raise TypeError(claim.form)

    def _asks_too_early(self, claim: Claim) -> Truth:
        return any_of(
            all_of([asking.happens, opposite(self._walk.asked_before(claim.question, asking))])
            for asking in self._walk.askings[claim.other]
        )

    def _asks_in_time(self, claim: Claim) -> Truth:
        return any_of(
            all_of([asking.happens, opposite(self._walk.asks_so_many_before(claim.within, asking))])
            for asking in self._walk.askings[claim.question]
        )

    # Sessions that end by an alarm, whichever question it interrupts

    def _broken_by_alarm(self, claim: Claim, alarm: str) -> Truth:
        end = self._tree.alarms[alarm].end
        match claim.form:
            case "level":
                return not claim.level.holds(self._level_of_alarm(alarm))
            case "ends in":
                return end not in claim.names
            case "offers nothing" | "asks before offering" | "never offers" | "offers only after":
                self._check_no_offer(claim, end)
                return False
            case "never raised by":
                return False
            case "asks within":
                return all_of([self._broken_by_decision(claim), self._asks_more(claim.within)])
        return self._broken_by_decision(claim)

    def _asks_more(self, number: int) -> Truth:
        askings = (asking for askings in self._walk.askings.values() for asking in askings)
        return weighs_at_least([(asking.happens, Fraction(1)) for asking in askings], Fraction(number + 1))

    def _check_no_offer(self, claim: Claim, end: str) -> None:
        """What an alarm's outcome offers depends on when the alarm was heard, which is not worked out here."""
        may_be_offered = set(self._offers.of_outcome(end))
        if claim.form in ("never offers", "offers only after"):
            may_be_offered &= {*claim.names, claim.other}
        if may_be_offered:
            raise Unsupported("the outcome of an alarm offers stretches")
