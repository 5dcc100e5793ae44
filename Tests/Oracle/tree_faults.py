"""Plants mistakes in copies of the default tree, has z3 decide which of them break a claim, and demands that
`backtalk check`, as built, finds each of those claims broken and no other.
"""

from __future__ import annotations

import argparse
import shutil
import sys
import tempfile
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from agree import Difference, differences, table
from proofs import Proofs
from read_faults import Fault, planted, read_faults
from verdicts import Verdicts, decided, give_up, proven

_ROOT = Path(__file__).resolve().parents[2]
_TREES = _ROOT / "DecisionTrees"
_TREE = "back-pain.yaml"
_LIST = _ROOT / "Tests/TreeFaults/faults.txt"
_BUILT = _ROOT / ".build/release/backtalk"

_AT_LEAST = 20

# What z3 says of a claim that does not stand; "empty" is a guarantee about nobody.
_BROKEN = ("broken", "empty")

Claims = set[tuple[str, str]]


@dataclass(frozen=True)
class Result:
    fault: Fault
    broken: Claims
    # Where check and z3 do not say the same.
    apart: list[Difference]


class Seconds:
    check = 0.0
    z3 = 0.0


def main() -> int:
    arguments = _arguments()
    seconds = Seconds()
    results = []
    for result in _results(arguments.backtalk, seconds):
        print("\n".join(_told(result)), flush=True)
        results.append(result)
    print("\n".join(_sums(results, seconds)))
    breaking = sum(bool(result.broken) for result in results)
    return 0 if breaking >= _AT_LEAST and not any(result.apart for result in results) else 1


def _results(backtalk: Path, seconds: Seconds) -> Iterator[Result]:
    with tempfile.TemporaryDirectory() as folder:
        trees = Path(folder) / _TREES.name
        shutil.copytree(_TREES, trees)
        here, there = _judged(backtalk, trees / _TREE, seconds)
        if apart := list(differences(Path(_TREE), here, there)):
            give_up(f"Even without a fault check and z3 do not say the same.\n{table(apart)}")
        known = _broken(there)
        for fault in read_faults(_LIST):
            with planted(fault, trees):
                here, there = _judged(backtalk, trees / _TREE, seconds)
            yield Result(fault, _broken(there) - known, list(differences(Path(_TREE), here, there)))


def _judged(backtalk: Path, tree: Path, seconds: Seconds) -> tuple[Verdicts, Verdicts]:
    started = perf_counter()
    here = proven(backtalk, tree)
    between = perf_counter()
    there = decided(tree)
    seconds.check += between - started
    seconds.z3 += perf_counter() - between
    return here, there


def _broken(verdicts: Verdicts) -> Claims:
    return {claim for claim, verdict in verdicts.items() if verdict in _BROKEN}


def _told(result: Result) -> Iterator[str]:
    word = "DIFFERS" if result.apart else "caught" if result.broken else "allowed"
    yield f"{word:<8} {result.fault.name}"
    for kind, name in sorted(result.broken, key=lambda claim: (Proofs.KINDS.index(claim[0]), claim[1])):
        yield f"{'':<10} {kind}: {name}"
    for one in result.apart:
        yield f"{'':<10} {one.kind}: {one.name}: check says {one.backtalk}, z3 says {one.z3}"


def _sums(results: Collection[Result], seconds: Seconds) -> Iterator[str]:
    breaking = [result for result in results if result.broken]
    yield ""
    yield f"{len(breaking)} of {len(results)} faults break a claim, and at least {_AT_LEAST} have to."
    yield f"{sum(not result.apart for result in breaking)} of these {len(breaking)} are caught."
    if apart := sum(bool(result.apart) for result in results):
        yield f"Of {apart} check and z3 do not say the same."
    yield f"check took {seconds.check:.0f} s, z3 {seconds.z3:.0f} s."
    yield ""
    yield "These break no claim that the tree makes, so no proof can notice them:"
    yield from (f"  {result.fault.name}" for result in results if not result.broken)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="scripts/tree-faults", description=__doc__)
    parser.add_argument("--backtalk", type=Path, default=_BUILT, metavar="PROGRAM", help="the release build unless given")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
