"""Whether a patient, or two, are what a proof looks for, found out by walking."""

from __future__ import annotations

from functools import cached_property

from conditions import Condition
from naive import Answers, NaiveOffer, NaiveReading, NaiveWalk
from proof import Proof
from reads import Reads
from tree import Claim, LevelTest, Question, Tree, Value


class NaivePatient:
    def __init__(self, tree: Tree, answers: Answers) -> None:
        self.tree = tree
        self.answers = answers

    @cached_property
    def walk(self) -> NaiveWalk:
        return NaiveWalk(self.tree, self.answers)

    @cached_property
    def offered(self) -> list[str]:
        return NaiveOffer(self.tree, self.walk.entered).of(self.walk.outcome)

    @property
    def level(self) -> int | None:
        return self.tree.outcomes[self.walk.outcome].level

    @property
    def height(self) -> int:
        """The level, with `outside` below all others."""
        return -1 if self.level is None else self.level

    def holds(self, condition: Condition | None) -> bool:
        return NaiveReading(self.tree, self.answers).holds(condition)

    def applies(self, question: str) -> bool:
        """What rests on a question that does not apply reads it as not asked."""
        condition = self.tree.questions[question].applies
        if condition is None:
            return True
        read = Reads(self.tree).questions(condition)
        answers = {name: self.answers[name] for name in read if self.applies(name)}
        return NaiveReading(self.tree, answers).holds(condition)

    def meets(self, alarm: str) -> bool:
        asked = {name: self.answers[name] for name in self.tree.alarms[alarm].asks if self.applies(name)}
        return NaiveReading(self.tree, asked, counts_unasked=False).holds(self.tree.alarms[alarm].condition)

    @property
    def alarms(self) -> list[str]:
        """Those that may end the session."""
        return [name for name in self.tree.alarms if self.meets(name)] if self.walk.asked else []


def is_found(proof: Proof, first: NaivePatient, second: NaivePatient) -> bool:
    """The second is read only by proofs about two."""
    tree, name, walk = first.tree, proof.name, first.walk
    match proof.kind:
        case "guarantee":
            guarantee = next(one for one in tree.guarantees if one.name == name)
            return _breaks(guarantee.premise, guarantee.claim, first, second)
        case "monotone":
            is_worse = is_more_worrying(tree.questions[name], second.answers[name], first.answers[name])
            return is_worse and (second.height < first.height or _misses_alarm(name, first, second))
        case "doubt":
            is_doubt = first.answers[name] is not None and second.answers[name] is None
            return is_doubt and second.height < first.height
        case "asked-before-offering":
            return bool(first.offered) and first.applies(name) and name not in walk.asked
        case "keeps-a-stretch":
            return walk.outcome == name and not first.offered
        case "section-reached":
            return name in walk.sections
        case "stretch-offered":
            return name in first.offered
        case "outcome-reached":
            return name in [walk.outcome, *(tree.alarms[alarm].end for alarm in first.alarms)]
    raise ValueError(proof.kind)


def meets_premise(premise: Condition | LevelTest | None, patient: NaivePatient) -> bool:
    if not isinstance(premise, LevelTest):
        return patient.holds(premise)
    ends = [patient.walk.outcome, *(patient.tree.alarms[alarm].end for alarm in patient.alarms)]
    return any(premise.holds(patient.tree.outcomes[end].level) for end in ends)


def _misses_alarm(question: str, first: NaivePatient, second: NaivePatient) -> bool:
    tree = first.tree
    return second.level != len(tree.levels) - 1 and any(
        name in first.alarms and not second.meets(name) for name, alarm in tree.alarms.items() if question in alarm.asks
    )


def is_more_worrying(question: Question, second: Value | None, first: Value | None) -> bool:
    flag = question.red_flag
    if flag.tiers:
        return _place(question, first) < _place(question, second)
    first, second = _counted(question, first), _counted(question, second)
    if question.kind != "choices":
        return first < second if flag.direction == "rising" else second < first
    if flag.direction == "falling":
        return second < first
    if first is None or second is None:
        return (second is None and first is not None and not first & flag.worrying) or (
            first is None and second is not None and len(second & flag.worrying) >= 2
        )
    return first & flag.worrying < second & flag.worrying and first - flag.worrying == second - flag.worrying


def _place(question: Question, answer: Value | None) -> int:
    return next(place for place, tier in enumerate(question.red_flag.tiers) if _counted(question, answer) in tier)


def _counted(question: Question, answer: Value | None) -> Value | None:
    """What an answer stands for in the order; "not sure" with a place of its own stands for itself."""
    has_place = any(None in tier for tier in question.red_flag.tiers)
    return question.unsure_value if answer is None and not has_place else answer


def _breaks(premise: Condition | LevelTest | None, claim: Claim, first: NaivePatient, second: NaivePatient) -> bool:
    tree = first.tree
    by_decision = premise.holds(first.level) if isinstance(premise, LevelTest) else first.holds(premise)
    if by_decision and _breaks_by_decision(claim, first, second):
        return True
    ends = [tree.alarms[alarm].end for alarm in first.alarms]
    return any(
        _breaks_by_alarm(claim, first, end) for end in ends
        if (premise.holds(tree.outcomes[end].level) if isinstance(premise, LevelTest) else first.holds(premise))
    )


def _breaks_by_decision(claim: Claim, first: NaivePatient, second: NaivePatient) -> bool:
    asked = first.walk.asked
    match claim.form:
        case "patient":
            return not first.holds(claim.condition)
        case "level":
            return not claim.level.holds(first.level)
        case "ends in":
            return first.walk.outcome not in claim.names
        case "offers nothing":
            return bool(first.offered)
        case "never offers":
            return any(name in first.offered for name in claim.names)
        case "never asks":
            return any(name in asked for name in claim.names)
        case "never raised by":
            return first.level is not None and second.level is not None and first.level < second.level
    if not first.applies(claim.question):
        return False
    match claim.form:
        case "asks within":
            return claim.question not in asked[: claim.within]
        case "asks before":
            is_asked = claim.other in asked
            return is_asked and claim.question not in asked[: asked.index(claim.other)]
        case "asks before offering":
            return bool(first.offered) and claim.question not in asked
        case "offers only after":
            return claim.other in first.offered and claim.question not in asked
    raise ValueError(claim.form)


def _breaks_by_alarm(claim: Claim, patient: NaivePatient, end: str) -> bool:
    """At any question. An alarm that offers stretches is not judged here."""
    match claim.form:
        case "level":
            return not claim.level.holds(patient.tree.outcomes[end].level)
        case "ends in":
            return end not in claim.names
        case "patient" | "never asks" | "asks before":
            return _breaks_by_decision(claim, patient, patient)
        case "asks within":
            return len(patient.walk.asked) > claim.within and _breaks_by_decision(claim, patient, patient)
    return False
