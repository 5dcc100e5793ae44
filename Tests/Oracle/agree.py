"""Holds the verdicts of `backtalk check` against those of z3, tree by tree, and tells every difference."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from proofs import Proofs
from verdicts import BUILT, Verdicts, decided, proven

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
    every: list[Difference] = []
    for tree in arguments.trees:
        here, there = proven(arguments.backtalk, tree), decided(tree, arguments.timeout)
        silent = sum(verdict in _SILENT for verdict in there.values())
        found = list(differences(tree, here, there))
        every += found
        left_open = f", {silent} left open by z3" if silent else ""
        print(f"{tree}: {len(there)} proofs, {len(found)} differences{left_open}")
    if every:
        print(table(every))
    return 1 if every else 0


def differences(tree: Path, here: Verdicts, there: Verdicts) -> Iterator[Difference]:
    """Of the kinds that z3 decides. What only one of the two speaks of is a difference as well."""
    kinds = Proofs.KINDS
    known = {key for key in here if key[0] in kinds}
    for kind, name in sorted(known | there.keys(), key=lambda key: (kinds.index(key[0]), key[1])):
        one, other = here.get((kind, name), "-"), there.get((kind, name), "-")
        if one != other and not (other in _SILENT and one != "-"):
            yield Difference(tree, kind, name, one, other)


def table(every: list[Difference]) -> str:
    rows = [("backtalk", "z3", "kind", "name")]
    rows += [(one.backtalk, one.z3, one.kind, f"{one.name}  ({one.tree})") for one in every]
    widths = [max(len(row[column]) for row in rows) for column in range(3)]
    lines = ["  ".join([*(cell.ljust(width) for cell, width in zip(row, widths)), row[3]]) for row in rows]
    return "\n".join(["", *lines])


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/agree-with-z3", description=__doc__)
    parser.add_argument("trees", type=Path, nargs="+", metavar="TREE")
    parser.add_argument("--backtalk", type=Path, default=BUILT, metavar="PROGRAM", help="the debug build unless given")
    parser.add_argument("--timeout", type=float, metavar="SECONDS", help="for each of z3's proofs")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
