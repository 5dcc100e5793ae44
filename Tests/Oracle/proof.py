"""A question about a tree that z3 can decide."""

from __future__ import annotations

from dataclasses import dataclass

from logic import Truth


@dataclass(frozen=True)
class Proof:
    kind: str
    name: str
    # What z3 looks for.
    wanted: Truth
    # Whether it holds when that is found, or when it is not.
    holds_when_found: bool = False
    # Without anybody who meets this it is empty.
    premise: Truth = True
    # The answers in which a second patient may differ from the first; None where there is but one.
    may_differ: frozenset[str] | None = None
    # This one is not decided, for a reason.
    unsupported: str = ""
