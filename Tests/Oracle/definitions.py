"""Names for what is used again, so that z3 works it out once."""

from __future__ import annotations

import z3

from logic import Truth


class Definitions:
    """Booleans that stand for what they are defined as. What is defined uses only what was defined before."""

    def __init__(self) -> None:
        self.equations: list[tuple[z3.BoolRef, z3.BoolRef]] = []
        self._names: dict[int, z3.BoolRef] = {}

    def define(self, truth: Truth, name: str) -> Truth:
        """The same truth under a name of its own, unless it is one already."""
        if isinstance(truth, bool) or _is_literal(truth):
            return truth
        known = self._names.get(truth.get_id())
        if known is not None:
            return known
        named = z3.Bool(f"{name}#{len(self.equations)}")
        self.equations.append((named, truth))
        self._names[truth.get_id()] = named
        return named


def _is_literal(truth: z3.BoolRef) -> bool:
    if z3.is_not(truth):
        truth = truth.arg(0)
    return z3.is_const(truth)


def constants(expression: z3.ExprRef) -> list[z3.ExprRef]:
    """What is not interpreted in an expression."""
    found: dict[int, z3.ExprRef] = {}
    seen: set[int] = set()
    waiting = [expression]
    while waiting:
        part = waiting.pop()
        if part.get_id() in seen:
            continue
        seen.add(part.get_id())
        if part.num_args():
            waiting.extend(part.children())
        elif part.decl().kind() == z3.Z3_OP_UNINTERPRETED:
            found[part.get_id()] = part
    return list(found.values())
