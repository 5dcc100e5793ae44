"""Tries z3's verdicts, and the formulas behind them, on patients whose way is walked step by step."""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator
from itertools import product
from math import prod

import z3

from deciding import Decider, Decision
from logic import Truth
from naive_claims import NaivePatient, is_found, meets_premise
from patient import Answer, Cuts, chosen, last
from proof import Proof
from proofs import Proofs
from tree import Question, Tree, Value

_PATIENTS = 300
_MOST_TO_ENUMERATE = 20_000


def self_test(tree: Tree, seed: int) -> int:
    """The exit status: 1 where anything differed, which was then told."""
    test = _SelfTest(tree, random.Random(seed))
    test.run()
    patients = f"{'all' if test.is_small else 'random'} {test.tried} patients"
    print(f"{tree.id}: {len(test.proofs)} proofs, {patients}, {len(test.faults)} differences")
    for fault in test.faults:
        print(f"  {fault}", file=sys.stderr)
    return 1 if test.faults else 0


class _SelfTest:
    def __init__(self, tree: Tree, source: random.Random) -> None:
        self._tree = tree
        self._random = source
        self._all = Proofs(tree)
        self.proofs = self._all.of_kinds()
        self._decider = Decider(self._all, self.proofs)
        self._answers = self._all.sessions.patient.answers
        self.faults: list[str] = []
        self.tried = 0
        self._sizes = {name: _size(question) for name, question in tree.questions.items()}
        self.is_small = prod(self._sizes.values()) <= _MOST_TO_ENUMERATE

    def run(self) -> None:
        decisions = [self._decider.decide(proof, finds_model=True) for proof in self.proofs]
        for decision in decisions:
            if decision.model is not None:
                self._check_found(decision)
        for first, second in self._patients():
            self.tried += 1
            for decision in decisions:
                if decision.verdict != "unsupported":
                    self._check_not_found(decision, first, second)
        if self.is_small:
            self._check_premises(decisions)
        for _ in range(_PATIENTS):
            self._check_formulas(self._random_patient())

    # Verdicts

    def _check_found(self, decision: Decision) -> None:
        """Whoever z3 found is what was looked for."""
        model = decision.model
        answers = {name: chosen(answer, model) for name, answer in self._answers.items()}
        others = dict(answers)
        for name in decision.proof.may_differ or ():
            others[name] = chosen(self._all.pairs.second.answers[name], model)
        if not is_found(decision.proof, *(NaivePatient(self._tree, one) for one in (answers, others))):
            self._complain(decision.proof, f"z3 found {answers} and {others}, of whom it is not so")

    def _check_not_found(self, decision: Decision, first: NaivePatient, second: NaivePatient) -> None:
        """Where z3 found nobody, nobody is there."""
        proof = decision.proof
        if decision.model is not None:
            return
        for other in self._others(proof, first, second):
            if is_found(proof, first, other):
                self._complain(proof, f"z3 missed {first.answers} and {other.answers}")

    def _others(self, proof: Proof, first: NaivePatient, second: NaivePatient) -> Iterator[NaivePatient]:
        """With whom to compare: everybody who may be meant, or one picked at random."""
        names = sorted(proof.may_differ or ())
        if not self.is_small or not names:
            yield NaivePatient(self._tree, {**first.answers, **{name: second.answers[name] for name in names}})
            return
        for values in product(*(_values(self._tree.questions[name]) for name in names)):
            yield NaivePatient(self._tree, {**first.answers, **dict(zip(names, values))})

    def _check_premises(self, decisions: list[Decision]) -> None:
        for guarantee, decision in zip(self._tree.guarantees, decisions):
            met = any(meets_premise(guarantee.premise, first) for first, _ in self._patients())
            if decision.verdict in ("holds", "empty") and met != (decision.verdict == "holds"):
                self._complain(decision.proof, f"whether anybody meets its premise: {met}")

    # Formulas

    def _check_formulas(self, patient: NaivePatient) -> None:
        """What the formulas say of a patient whose answers are given."""
        sessions = self._all.sessions
        model = self._model(patient)
        walk = patient.walk
        expected: list[tuple[str, Truth, bool]] = []
        expected += [(f"ends in {name}", truth, name == walk.outcome) for name, truth in sessions.walk.ends.items()]
        expected += [(f"reaches {name}", truth, name in walk.sections) for name, truth in sessions.walk.reached.items()]
        expected += [(f"asks {name}", sessions.walk.asked(name), name in walk.asked) for name in self._tree.questions]
        expected += [
            (f"offers {name}", sessions.offers.anywhere(name), name in patient.offered) for name in self._tree.avoid
        ]
        expected += [(f"meets {name}", truth, patient.meets(name)) for name, truth in sessions.alarm_met.items()]
        for what, truth, is_so in expected:
            if z3.is_true(model.eval(z3.BoolVal(truth) if isinstance(truth, bool) else truth, True)) != is_so:
                self.faults.append(f"{what} should be {is_so} of {patient.answers}")

    def _model(self, patient: NaivePatient) -> z3.ModelRef:
        solver = z3.SolverFor("QF_FD")
        solver.add(*self._all.constraints)
        for name, answer in patient.answers.items():
            solver.add(*_given(self._answers[name], answer))
        assert solver.check() == z3.sat, patient.answers
        return solver.model()

    # Patients

    def _patients(self) -> Iterator[tuple[NaivePatient, NaivePatient]]:
        if not self.is_small:
            for _ in range(_PATIENTS):
                yield self._random_patient(), self._random_patient()
            return
        for values in product(*(_values(question) for question in self._tree.questions.values())):
            patient = NaivePatient(self._tree, dict(zip(self._tree.questions, values)))
            yield patient, patient

    def _random_patient(self) -> NaivePatient:
        return NaivePatient(self._tree, {name: self._answer(answer) for name, answer in self._answers.items()})

    def _answer(self, answer: Answer) -> Value | None:
        question = answer.question
        if question.takes_unsure and self._random.random() < 0.2:
            return None
        match question.kind:
            case "yes-no":
                return self._random.random() < 0.5
            case "choices":
                return frozenset(name for name in question.choices if self._random.random() < 0.3)
        if isinstance(answer.value, Cuts) and answer.value.by_bound and self._random.random() < 0.7:
            # At a threshold, or just before or behind it.
            near = self._random.choice(sorted(answer.value.by_bound)) + self._random.randint(-1, 1)
            return min(max(near, 0), last(question))
        return self._random.randint(0, last(question))

    def _complain(self, proof: Proof, words: str) -> None:
        self.faults.append(f"{proof.kind} {proof.name}: {words}")


def _size(question: Question) -> int:
    sizes = {"yes-no": lambda: 2, "choices": lambda: 2 ** len(question.choices)}
    return sizes.get(question.kind, lambda: last(question) + 1)() + question.takes_unsure


def _values(question: Question) -> list[Value | None]:
    match question.kind:
        case "yes-no":
            values: list[Value | None] = [False, True]
        case "choices":
            picks = product([False, True], repeat=len(question.choices))
            values = [frozenset(name for name, is_in in zip(question.choices, pick) if is_in) for pick in picks]
        case _:
            values = list(range(last(question) + 1))
    return values + [None] if question.takes_unsure else values


def _given(answer: Answer, value: Value | None) -> list[z3.BoolRef]:
    """That an answer is this one."""
    if value is None:
        return [answer.unsure]
    definite = [] if answer.unsure is False else [z3.Not(answer.unsure)]
    if isinstance(answer.value, Cuts):
        return definite + [cut == (value >= bound) for bound, cut in answer.value.by_bound.items()]
    if isinstance(value, frozenset):
        return definite + [picked == (name in value) for name, picked in answer.value.items()]
    return definite + [answer.value == value]
