"""One patient with given answers, by the letter of the format: slow, obvious, and nothing to do with z3."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from conditions import (
    All, Any, Compares, ComparesScore, Condition, Count, Fact, Has, IsOneOf, IsUnsure, Not, ScoreIsUnsure, Test,
    WasAsked,
)
from reads import Reads
from tree import ScoreItem, StretchList, Tree, Value

# None is "not sure".
Answers = Mapping[str, Value | None]


def compares(left: Fraction, comparison: str, right: Fraction) -> bool:
    return {
        "<": left < right, "<=": left <= right, "=": left == right, ">=": left >= right, ">": left > right
    }[comparison]


@dataclass
class NaiveReading:
    tree: Tree
    answers: Answers
    counts_unasked: bool = True

    def value(self, name: str) -> Value | None:
        """What a question counts as; None is nothing."""
        question = self.tree.questions[name]
        if name not in self.answers:
            return question.unasked if self.counts_unasked else None
        answer = self.answers[name]
        return question.unsure_value if answer is None else answer

    def holds(self, condition: Condition | None) -> bool:
        match condition:
            case None:
                return True
            case All(parts):
                return all(self.holds(part) for part in parts)
            case Any(parts):
                return any(self.holds(part) for part in parts)
            case Not(inner):
                return not self.holds(inner)
            case Count(how, number, parts):
                holding = sum(self.holds(part) for part in parts)
                return {"least": holding >= number, "exactly": holding == number, "most": holding <= number}[how]
            case Fact(name):
                return self.holds(self.tree.facts[name])
            case WasAsked(question):
                return question in self.answers
            case IsUnsure(question):
                return question in self.answers and self.answers[question] is None
            case ScoreIsUnsure(score):
                return self.score(score) is None
            case ComparesScore(score, comparison, literal):
                points = self.score(score)
                return points is not None and compares(points, comparison, literal)
        value = self.value(condition.question)
        return value is not None and passes(self.tree, condition, value)

    # Scores

    def score(self, name: str) -> Fraction | None:
        score = self.tree.scores[name]
        if not score.is_percentage:
            return self._sum(score.items)
        items = [part for item in score.items for part in self._parts(item)]
        answered = [item for item in items if self._is_answered(item)]
        if not answered:
            return None
        return 100 * self._sum(answered) / sum(self._extremes(item)[1] for item in answered)

    def _sum(self, items) -> Fraction:
        return sum((self._points(item) for item in items), Fraction(0))

    def _points(self, item: ScoreItem) -> Fraction:
        if item.each:
            return item.points * sum(self.value(question) is True for question in item.each)
        if not item.add:
            return item.points if self.holds(item.condition) else Fraction(0)
        if item.add in self.tree.scores:
            return item.times * self._sum(self.tree.scores[item.add].items)
        value = self.value(item.add)
        return item.times * self._worth(item.add, value) if value is not None else Fraction(0)

    def _worth(self, name: str, value: Value) -> Fraction:
        question = self.tree.questions[name]
        return question.points[value] if question.kind == "choice" else question.grid.number(value)

    @staticmethod
    def _parts(item: ScoreItem) -> list[ScoreItem]:
        return [ScoreItem(points=item.points, each=(question,)) for question in item.each] or [item]

    def _is_answered(self, item: ScoreItem) -> bool:
        return all(self.value(question) is not None for question in self._read_by(item))

    def _read_by(self, item: ScoreItem) -> set[str]:
        if item.add in self.tree.scores:
            return {name for inner in self.tree.scores[item.add].items for name in self._read_by(inner)}
        if item.add:
            return {item.add}
        return set(item.each) if item.each else set(Reads(self.tree).answers(item.condition))

    def _extremes(self, item: ScoreItem) -> tuple[Fraction, Fraction]:
        if item.add in self.tree.scores:
            inner = [self._extremes(one) for one in self.tree.scores[item.add].items]
            ends = [item.times * sum(end[place] for end in inner) for place in (0, 1)]
        elif item.add:
            question = self.tree.questions[item.add]
            values = question.points if question.kind == "choice" else (question.grid.low, question.grid.high)
            ends = [item.times * value for value in values]
        else:
            ends = [Fraction(0), item.points * (len(item.each) or 1)]
        return min(ends), max(ends)


def passes(tree: Tree, test: Test, value: Value) -> bool:
    question = tree.questions[test.question]
    match test:
        case IsOneOf(_, names):
            return ("yes" if value else "no") in names if isinstance(value, bool) else question.choices[value] in names
        case Has(_, how, names):
            picked = [name in value for name in names]
            return {"any": any(picked), "all": all(picked), "none": not any(picked)}[how]
        case Compares(_, comparison, literal):
            return compares(question.grid.number(value), comparison, literal)
    raise TypeError(test)


@dataclass
class NaiveWalk:
    """The walk of somebody with an answer to everything."""

    tree: Tree
    answers: Answers
    asked: list[str] = field(default_factory=list)
    sections: list[str] = field(default_factory=list)
    outcome: str = ""

    def __post_init__(self) -> None:
        section = self.tree.start
        while section:
            section = self._walk(section)

    @property
    def entered(self) -> dict[str, Value | None]:
        return {question: self.answers[question] for question in self.asked}

    def _holds(self, condition: Condition | None) -> bool:
        return NaiveReading(self.tree, self.entered).holds(condition)

    def _walk(self, section: str) -> str:
        """The next section; none where the walk has ended."""
        self.sections.append(section)
        for step in self.tree.sections[section]:
            if not self._holds(step.condition):
                continue
            if step.ask and step.ask not in self.asked and self._holds(self.tree.questions[step.ask].applies):
                self.asked.append(step.ask)
            for branch in step.branches:
                if self._holds(branch.condition):
                    self.outcome = branch.outcome
                    return branch.section
        raise AssertionError("a section runs off its end")


@dataclass
class NaiveOffer:
    """What somebody is offered at an outcome who was asked these questions."""

    tree: Tree
    entered: Answers

    def of(self, outcome: str) -> list[str]:
        offered: list[str] = []
        self._take(self.tree.outcomes[outcome].stretches, offered, most=None)
        return offered

    def _take(self, stretches: StretchList, offered: list[str], most: int | None) -> None:
        if stretches.at_most is not None:
            cap = len(offered) + stretches.at_most
            most = cap if most is None else min(most, cap)
        for entry in stretches.entries:
            if most is not None and len(offered) >= most:
                return
            if not NaiveReading(self.tree, self.entered).holds(entry.condition):
                continue
            if entry.programme:
                self._take(self.tree.programmes[entry.programme], offered, most)
                continue
            first = next((stretch for stretch in entry.first_of if self._may_be_offered(stretch)), None)
            if first is not None and first not in offered:
                offered.append(first)

    def _may_be_offered(self, stretch: str) -> bool:
        return all(self._known(self._condition(name)) is False for name in self.tree.avoid[stretch])

    def _condition(self, name: str) -> Condition:
        return Fact(name) if name in self.tree.facts else IsOneOf(name, ("yes",))

    def _known(self, condition: Condition) -> bool | None:
        """Whether a condition is known to hold; None where it is not known."""
        match condition:
            case All(parts):
                known = [self._known(part) for part in parts]
                return False if False in known else None if None in known else True
            case Any(parts):
                known = [self._known(part) for part in parts]
                return True if True in known else None if None in known else False
            case Not(inner):
                known = self._known(inner)
                return None if known is None else not known
            case Fact(name):
                return self._known(self.tree.facts[name])
            case WasAsked(question):
                return question in self.entered
            case IsOneOf() | Has() | Compares() | IsUnsure():
                return self._known_test(condition)
        questions = Reads(self.tree).answers(condition)
        is_known = all(self.entered.get(question) is not None for question in questions)
        return NaiveReading(self.tree, self.entered).holds(condition) if is_known else None

    def _known_test(self, test: Test | IsUnsure) -> bool | None:
        name = test.question
        if name not in self.entered:
            applies = self.tree.questions[name].applies
            return False if applies is not None and self._known(applies) is False else None
        answer = self.entered[name]
        if isinstance(test, IsUnsure):
            return answer is None
        return None if answer is None else passes(self.tree, test, answer)
