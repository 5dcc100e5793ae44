"""What `backtalk check` and z3 each say of the claims of a tree."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import NoReturn

from deciding import Decider
from proofs import Proofs
from read_tree import read_tree

# By kind and name of the claim.
Verdicts = dict[tuple[str, str], str]

BUILT = Path(__file__).resolve().parents[2] / ".build/debug/backtalk"

_CANNOT_LOAD = 2


def proven(backtalk: Path, tree: Path) -> Verdicts:
    try:
        run = subprocess.run([backtalk, "check", "--format", "json", tree], capture_output=True, text=True, check=False)
    except OSError as error:
        give_up(f"{backtalk} does not run: {error.strerror}. Build it with: swift build")
    if run.returncode == _CANNOT_LOAD:
        give_up(f"{tree} cannot be loaded:\n{run.stdout}{run.stderr}")
    try:
        proofs = json.loads(run.stdout)["proofs"]
    except (json.JSONDecodeError, KeyError, TypeError):
        give_up(f"{backtalk} check {tree} told no proofs, and ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return {(proof["kind"], proof["name"]): _as_z3_says(proof["verdict"]) for proof in proofs}


def _as_z3_says(verdict: str) -> str:
    """What is not reached has nobody to show, which is no verdict of its own to z3."""
    return "broken" if verdict == "unreached" else verdict


def decided(path: Path, timeout: float | None = None) -> Verdicts:
    proofs = Proofs(read_tree(path))
    wanted = proofs.of_kinds()
    decider = Decider(proofs, wanted, timeout)
    return {(proof.kind, proof.name): decider.decide(proof).verdict for proof in wanted}


def give_up(words: str) -> NoReturn:
    print(words, file=sys.stderr)
    sys.exit(2)
