"""What is known for certain, as `avoid` judges it: true, false, or neither."""

from __future__ import annotations

from dataclasses import dataclass

from conditions import (
    All, Any, Compares, ComparesScore, Condition, Count, Fact, Has, IsOneOf, IsUnsure, Not, ScoreIsUnsure, Test,
    WasAsked,
)
from logic import Truth, all_of, any_of, opposite
from reading import Reading
from value_tests import passes


@dataclass(frozen=True)
class Known:
    is_true: Truth
    is_false: Truth

    def __invert__(self) -> Known:
        return Known(self.is_false, self.is_true)


class KnownReading:
    """`reading` is how decisions read the same answers."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._tree = reading.language.tree
        self._facts: dict[str, Known] = {}
        self._excused: dict[str, Truth] = {}

    def judge(self, condition: Condition) -> Known:
        match condition:
            case All(parts):
                known = [self.judge(part) for part in parts]
                return Known(all_of(one.is_true for one in known), any_of(one.is_false for one in known))
            case Any(parts):
                return ~self.judge(All(tuple(Not(part) for part in parts)))
            case Not(inner):
                return ~self.judge(inner)
            case Fact(name):
                return self._fact(name)
            case WasAsked(question):
                asked = self._reading.asked(question)
                return Known(asked, opposite(asked))
            case IsUnsure(question):
                unsure = self._reading.answer(question).unsure
                return self._of_question(question, unsure, opposite(unsure))
            case IsOneOf() | Has() | Compares():
                return self._test(condition)
            case Count() | ComparesScore() | ScoreIsUnsure():
                return self._only_when_all_is_known(condition)
        raise TypeError(condition)

    def _fact(self, name: str) -> Known:
        if name not in self._facts:
            define = self._reading.language.definitions.define
            known = self.judge(self._tree.facts[name])
            self._facts[name] = Known(
                define(known.is_true, f"known.{name}"), define(known.is_false, f"known.not.{name}")
            )
        return self._facts[name]

    def _test(self, test: Test) -> Known:
        answer = self._reading.answer(test.question)
        definite = opposite(answer.unsure)
        holds = passes(test, answer.question, answer.value)
        return self._of_question(test.question, all_of([definite, holds]), all_of([definite, opposite(holds)]))

    def _of_question(self, question: str, is_true: Truth, is_false: Truth) -> Known:
        """What is so once a question was asked. Where it was not because it does not apply, all is false."""
        asked = self._reading.asked(question)
        excused = all_of([opposite(asked), self._is_excused(question)])
        return Known(all_of([asked, is_true]), any_of([all_of([asked, is_false]), excused]))

    def _is_excused(self, question: str) -> Truth:
        """Whether it is known not to apply."""
        applies = self._tree.questions[question].applies
        if applies is None:
            return False
        if question not in self._excused:
            define = self._reading.language.definitions.define
            self._excused[question] = define(self.judge(applies).is_false, f"excused.{question}")
        return self._excused[question]

    def _only_when_all_is_known(self, condition: Condition) -> Known:
        reading = self._reading
        definite = all_of(
            all_of([reading.asked(question), opposite(reading.answer(question).unsure)])
            for question in sorted(reading.language.reads.answers(condition))
        )
        holds = reading.holds(condition)
        return Known(all_of([definite, holds]), all_of([definite, opposite(holds)]))
