"""The list of faults to plant in a tree, and the planting."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from verdicts import give_up


@dataclass(frozen=True)
class Fault:
    name: str
    file: str
    right: str
    wrong: str


def read_faults(path: Path) -> Iterator[Fault]:
    """A blank line ends a fault. A value stands behind its key, or in the lines below it, each behind a bar."""
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        values: dict[str, list[str]] = {}
        for line in block.splitlines():
            if line.startswith("|"):
                values[key].append(line[1:])
            elif line and not line.startswith("#"):
                key, _, value = line.partition(":")
                values[key] = [value.strip()] if value.strip() else []
        if values:
            texts = ("\n".join(values[key]) for key in ("fault", "file", "right", "wrong"))
            yield Fault(*texts)


@contextmanager
def planted(fault: Fault, folder: Path) -> Iterator[None]:
    """Has the fault in its file below the folder for as long as it is asked for."""
    path = folder / fault.file
    unharmed = path.read_text(encoding="utf-8")
    if unharmed.count(fault.right) != 1:
        give_up(f"This does not stand once in {fault.file}:\n{fault.right}")
    path.write_text(unharmed.replace(fault.right, fault.wrong), encoding="utf-8")
    try:
        yield
    finally:
        path.write_text(unharmed, encoding="utf-8")
