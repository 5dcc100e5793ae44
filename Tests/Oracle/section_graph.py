"""The graph of sections: an order in which each comes after all that lead to it, and what was asked for certain."""

from __future__ import annotations

from tree import Step, Tree


class SectionGraph:
    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        # Only sections that the start leads to.
        self.order = _order(tree)
        self.ancestors: dict[str, set[str]] = {section: set() for section in self.order}
        self.certain_before: dict[tuple[str, int], frozenset[str]] = {}
        self._certain_on_entry: dict[str, frozenset[str]] = {tree.start: frozenset()}
        for section in self.order:
            self._follow(section)

    def certain_within(self, section: str, position: int) -> frozenset[str]:
        """What every path has asked that tries the branches of a step."""
        return self.certain_before[section, position] | self._asked_by(self._tree.sections[section][position])

    def _follow(self, section: str) -> None:
        certain = self._certain_on_entry[section]
        for position, step in enumerate(self._tree.sections[section]):
            self.certain_before[section, position] = certain
            within = certain | self._asked_by(step)
            for branch in step.branches:
                if branch.section:
                    self._lead(section, branch.section, within)
            if step.condition is None:
                certain = within

    def _lead(self, section: str, target: str, certain: frozenset[str]) -> None:
        self.ancestors[target] |= self.ancestors[section] | {section}
        self._certain_on_entry[target] = self._certain_on_entry.get(target, certain) & certain

    def _asked_by(self, step: Step) -> frozenset[str]:
        is_certain = step.ask and self._tree.questions[step.ask].applies is None
        return frozenset([step.ask]) if is_certain else frozenset()


def _order(tree: Tree) -> list[str]:
    """Depth first, without recursion, since there may be thousands of sections in a row."""
    finished: list[str] = []
    seen = {tree.start}
    path = [(tree.start, iter(_targets(tree, tree.start)))]
    while path:
        section, targets = path[-1]
        target = next(targets, None)
        if target is None:
            finished.append(section)
            path.pop()
        elif target not in seen:
            seen.add(target)
            path.append((target, iter(_targets(tree, target))))
    return finished[::-1]


def _targets(tree: Tree, section: str) -> list[str]:
    return [branch.section for step in tree.sections[section] for branch in step.branches if branch.section]
