"""What outcomes and programmes offer, from their text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import Any

from conditions import Condition
from tree import Entry, Outcome, StretchList

Text = dict[str, Any]
ReadCondition = Callable[[str | None], Condition | None]


def programmes_and_outcomes(
    text: Text, levels: Sequence[str], condition: ReadCondition
) -> tuple[dict[str, StretchList], dict[str, Outcome]]:
    names = text.get("programmes", {})
    programmes = {name: _list(entries, (), condition) for name, entries in names.items()}
    outcomes = {
        name: Outcome(
            levels.index(outcome["level"]) if "level" in outcome else None,
            _list(outcome.get("stretches", []), names, condition),
        )
        for name, outcome in text["outcomes"].items()
    }
    return programmes, outcomes


def _list(entries: list[str | Text], programmes: Collection[str], condition: ReadCondition) -> StretchList:
    caps = [int(entry["at most"]) for entry in entries if isinstance(entry, dict) and "at most" in entry]
    offered = [entry for entry in entries if isinstance(entry, str) or "at most" not in entry]
    return StretchList(
        tuple(_entry(entry, programmes, condition) for entry in offered), min(caps) if caps else None
    )


def _entry(entry: str | Text, programmes: Collection[str], condition: ReadCondition) -> Entry:
    if isinstance(entry, str):
        entry = {"use": entry}
    holds = condition(entry.get("if"))
    if "first of" in entry:
        return Entry(holds, first_of=tuple(entry["first of"]))
    name = entry["use"]
    return Entry(holds, programme=name) if name in programmes else Entry(holds, first_of=(name,))
