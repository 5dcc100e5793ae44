"""Decides with z3 what Backtalk's own prover decides: every guarantee, every red flag, and what can be reached.

It shares no code with the program and goes by docs/tree-format.md alone. It prints one line of JSON.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from statistics import median
from time import perf_counter

from deciding import Decider, Decision
from proof import Proof
from proofs import Proofs
from read_tree import read_tree
from self_test import self_test

_ROUNDS = 5


def main() -> int:
    arguments = _arguments()
    started = perf_counter()
    tree = read_tree(arguments.tree)
    if arguments.self_test is not None:
        return self_test(tree, seed=arguments.self_test)
    proofs = Proofs(tree)
    wanted = proofs.of_kinds(arguments.only)
    setup = perf_counter() - started
    rounds = [_decide(proofs, wanted, arguments.timeout) for _ in range(_ROUNDS if arguments.time else 1)]
    print(json.dumps(_report(tree.id, setup, rounds, arguments.time)))
    return 0


Round = tuple[float, list[Decision]]


def _decide(proofs: Proofs, wanted: list[Proof], timeout: float | None) -> Round:
    """Every round has a solver of its own, since one that has decided a proof before remembers it."""
    decider = Decider(proofs, wanted, timeout)
    return decider.seconds_loading, [decider.decide(proof) for proof in wanted]


def _report(tree: str, setup: float, rounds: list[Round], tells_times: bool) -> dict:
    told = []
    for decisions in zip(*(decisions for _, decisions in rounds)):
        one = decisions[0]
        told.append({"kind": one.proof.kind, "name": one.proof.name, "verdict": one.verdict})
        if one.proof.unsupported:
            told[-1]["reason"] = one.proof.unsupported
        if tells_times:
            told[-1]["seconds"] = median(decision.seconds for decision in decisions)
    seconds = {
        "setup": setup,
        "loading": median(loading for loading, _ in rounds),
        "solving": median(sum(decision.seconds for decision in decisions) for _, decisions in rounds),
    }
    return {"tree": tree, "proofs": told, "seconds": seconds}


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/z3", description=__doc__)
    parser.add_argument("tree", type=Path)
    parser.add_argument("--only", type=_kinds, default=Proofs.KINDS, metavar="KIND,KIND", help=", ".join(Proofs.KINDS))
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help='for each proof; then it is "unknown"')
    parser.add_argument("--time", action="store_true", help=f"solve {_ROUNDS} times, and tell the median of each proof")
    parser.add_argument("--self-test", type=int, metavar="SEED", help="try verdicts and formulas on patients instead")
    return parser.parse_args()


def _kinds(text: str) -> list[str]:
    kinds = text.split(",")
    if unknown := [kind for kind in kinds if kind not in Proofs.KINDS]:
        raise argparse.ArgumentTypeError(f"there is no kind {', '.join(unknown)}")
    return kinds


if __name__ == "__main__":
    sys.exit(main())
