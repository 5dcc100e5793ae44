"""z3 decides."""

from __future__ import annotations

from dataclasses import dataclass
from time import perf_counter

import z3

from proof import Proof
from proofs import Proofs

# Finite domains: booleans and bits, given to z3's SAT solver, which keeps what it learns from one proof to the next.
_LOGIC = "QF_FD"


@dataclass(frozen=True)
class Decision:
    proof: Proof
    verdict: str  # holds, broken, empty, unknown or unsupported
    seconds: float = 0
    # Who was found, where somebody was looked for and found.
    model: z3.ModelRef | None = None


class _Solver:
    """A solver that was told what is so of everybody, and of what may be looked for what it means."""

    def __init__(self, constraints: list[z3.BoolRef], timeout: float | None) -> None:
        self._solver = z3.SolverFor(_LOGIC)
        self._solver.add(*constraints)
        # Now all is worked into the solver's own form, which would else be counted for the first proof.
        self._solver.check()
        if timeout is not None:
            self._solver.set("timeout", max(1, int(timeout * 1000)))

    def find(self, wanted: list[z3.BoolRef], model: bool = False) -> tuple[z3.CheckSatResult, z3.ModelRef | None]:
        found = self._solver.check(*wanted)
        return found, self._solver.model() if model and found == z3.sat else None


class Decider:
    """Decides proofs one after another. Only those that compare two patients are burdened with the second."""

    def __init__(self, proofs: Proofs, wanted: list[Proof], timeout: float | None = None) -> None:
        started = perf_counter()
        self._proofs = proofs
        # Of every proof, what says that somebody is looked for, or somebody who meets the premise.
        self._wanted = {id(proof): z3.Bool(f"wanted.{place}") for place, proof in enumerate(wanted)}
        self._premises = {id(proof): z3.Bool(f"premise.{place}") for place, proof in enumerate(wanted)}
        single = [self._premises[id(proof)] == proof.premise for proof in wanted]
        single += [self._wanted[id(proof)] == proof.wanted for proof in wanted if proof.may_differ is None]
        paired = [self._wanted[id(proof)] == proof.wanted for proof in wanted if proof.may_differ is not None]
        self._single = _Solver(proofs.constraints + single, timeout)
        if paired:
            self._paired = _Solver(proofs.constraints + proofs.pairs.constraints + paired, timeout)
        self.seconds_loading = perf_counter() - started

    def decide(self, proof: Proof, finds_model: bool = False) -> Decision:
        if proof.unsupported:
            return Decision(proof, "unsupported")
        started = perf_counter()
        found, model = self._find(proof, finds_model)
        verdict = self._verdict(proof, found)
        return Decision(proof, verdict, perf_counter() - started, model)

    def _find(self, proof: Proof, finds_model: bool) -> tuple[z3.CheckSatResult, z3.ModelRef | None]:
        if proof.wanted is False:
            return z3.unsat, None
        wanted = self._wanted[id(proof)]
        if proof.may_differ is None:
            return self._single.find([wanted], finds_model)
        alike = [same for name, same in self._proofs.pairs.same.items() if name not in proof.may_differ]
        return self._paired.find([wanted, *alike], finds_model)

    def _verdict(self, proof: Proof, found: z3.CheckSatResult) -> str:
        if found == z3.unknown:
            return "unknown"
        if (found == z3.sat) != proof.holds_when_found:
            return "broken"
        if isinstance(proof.premise, bool):
            return "holds" if proof.premise else "empty"
        is_met, _ = self._single.find([self._premises[id(proof)]])
        return "holds" if is_met == z3.sat else "empty" if is_met == z3.unsat else "unknown"
