"""Holds the verdicts of `backtalk check` against those of z3, tree by tree, and tells every difference."""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from deciding import Decider
from proofs import Proofs
from read_tree import read_tree

Verdicts = dict[tuple[str, str], str]

_BUILT = Path(__file__).resolve().parents[2] / ".build/debug/backtalk"

# z3's way of saying that it does not say.
_SILENT = ("unsupported", "unknown")


@dataclass(frozen=True)
class Difference:
    tree: Path
    kind: str
    name: str
    backtalk: str
    z3: str


def main() -> int:
    arguments = _arguments()
    differences: list[Difference] = []
    for tree in arguments.trees:
        proven, decided = _proven(arguments.backtalk, tree), _decided(tree, arguments.timeout)
        silent = sum(verdict in _SILENT for verdict in decided.values())
        found = list(_differences(tree, proven, decided))
        differences += found
        left_open = f", {silent} left open by z3" if silent else ""
        print(f"{tree}: {len(decided)} proofs, {len(found)} differences{left_open}")
    if differences:
        print(_table(differences))
    return 1 if differences else 0


def _proven(backtalk: Path, tree: Path) -> Verdicts:
    try:
        run = subprocess.run([backtalk, "check", "--format", "json", tree], capture_output=True, text=True, check=False)
    except OSError as error:
        _give_up(f"{backtalk} does not run: {error.strerror}. Build it with: swift build")
    try:
        proofs = json.loads(run.stdout)["proofs"]
    except (json.JSONDecodeError, KeyError, TypeError):
        _give_up(f"{backtalk} check {tree} told no proofs, and ended with {run.returncode}:\n{run.stdout}{run.stderr}")
    return {(proof["kind"], proof["name"]): _as_z3_says(proof["verdict"]) for proof in proofs}


def _as_z3_says(verdict: str) -> str:
    """What is not reached has nobody to show, which is no verdict of its own to z3."""
    return "broken" if verdict == "unreached" else verdict


def _give_up(words: str) -> NoReturn:
    print(words, file=sys.stderr)
    sys.exit(2)


def _decided(path: Path, timeout: float | None) -> Verdicts:
    proofs = Proofs(read_tree(path))
    wanted = proofs.of_kinds()
    decider = Decider(proofs, wanted, timeout)
    return {(proof.kind, proof.name): decider.decide(proof).verdict for proof in wanted}


def _differences(tree: Path, proven: Verdicts, decided: Verdicts) -> Iterator[Difference]:
    """Of the kinds that z3 decides. What only one of the two speaks of is a difference as well."""
    kinds = Proofs.KINDS
    known = {key for key in proven if key[0] in kinds}
    for kind, name in sorted(known | decided.keys(), key=lambda key: (kinds.index(key[0]), key[1])):
        one, other = proven.get((kind, name), "-"), decided.get((kind, name), "-")
        if one != other and not (other in _SILENT and one != "-"):
            yield Difference(tree, kind, name, one, other)


def _table(differences: list[Difference]) -> str:
    rows = [("backtalk", "z3", "kind", "name")]
    rows += [(one.backtalk, one.z3, one.kind, f"{one.name}  ({one.tree})") for one in differences]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths)), row[3]]) for row in rows]
    return "\n".join(["", *lines])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/agree-with-z3", description=__doc__)
    parser.add_argument("trees", type=Path, nargs="+", metavar="TREE")
    parser.add_argument("--backtalk", type=Path, default=_BUILT, metavar="PROGRAM", help="the debug build unless given")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="for each of z3's proofs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
