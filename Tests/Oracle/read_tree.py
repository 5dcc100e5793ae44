"""A tree from its file and the files that it uses."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path
from typing import Any

import yaml

import literals
import parse_condition
from conditions import Condition
from parse_claim import ClaimParser
from read_lists import programmes_and_outcomes
from tree import Alarm, Branch, Grid, Guarantee, Question, RedFlag, Score, ScoreItem, Step, Tree, Value

# Every unquoted scalar is text, so `yes` is no boolean and `1.10` no number.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SHARED_KEYS = ("questions", "facts", "scores", "stretches", "programmes", "sections", "outcomes", "alarms")

Text = dict[str, Any]


def read_tree(path: Path) -> Tree:
    return _TreeReader(_merged(path)).tree


def _merged(path: Path) -> Text:
    """The tree's own file, with what the files that it uses add."""
    own: Text = yaml.load(path.read_text(encoding="utf-8-sig"), _LOADER)
    for used in _used(path, own, {path.resolve()}):
        for key in _SHARED_KEYS:
            own.setdefault(key, {}).update(used.get(key, {}))
        own.setdefault("guarantees", []).extend(used.get("guarantees", []))
    return own


def _used(path: Path, text: Text, seen: set[Path]) -> Iterator[Text]:
    for name in text.get("uses", []):
        file = (path.parent / name).resolve()
        if file in seen:
            continue
        seen.add(file)
        used: Text = yaml.load(file.read_text(encoding="utf-8-sig"), _LOADER)
        yield used
        yield from _used(file, used, seen)


class _TreeReader:
    def __init__(self, text: Text) -> None:
        self._text = text
        self._kinds = {name: question["type"] for name, question in text.get("questions", {}).items()}
        levels = tuple(level if isinstance(level, str) else level["name"] for level in text["levels"])
        self.tree = Tree(text["id"], text["start"], text["stuck"], levels)
        self._fill()

    def _fill(self) -> None:
        tree, text = self.tree, self._text
        tree.questions = {name: self._question(name, q) for name, q in text.get("questions", {}).items()}
        tree.facts = {name: self._fact(fact) for name, fact in text.get("facts", {}).items()}
        tree.scores = {name: self._score(score) for name, score in text.get("scores", {}).items()}
        tree.alarms = {name: self._alarm(alarm) for name, alarm in text.get("alarms", {}).items()}
        tree.sections = {
            name: tuple(self._step(step) for step in steps if "say" not in step)
            for name, steps in text["sections"].items()
        }
        tree.avoid = {name: tuple(stretch.get("avoid", ())) for name, stretch in text.get("stretches", {}).items()}
        tree.programmes, tree.outcomes = programmes_and_outcomes(text, tree.levels, self._condition)
        claims = ClaimParser(tree.levels, self._condition)
        tree.guarantees = tuple(self._guarantee(claims, one) for one in text.get("guarantees", []))

    def _condition(self, text: str | None) -> Condition | None:
        return None if text is None else parse_condition.parse(text, self._kinds, self._text.get("scores", {}))

    def _fact(self, fact: str | Text) -> Condition:
        return self._condition(fact if isinstance(fact, str) else fact["when"])

    def _guarantee(self, claims: ClaimParser, text: Text) -> Guarantee:
        premise = claims.premise(text["if"]) if "if" in text else None
        return Guarantee(text["name"], premise, claims.claim(text["then"]))

    def _alarm(self, text: Text) -> Alarm:
        return Alarm(tuple(text.get("asks", ())), self._condition(text.get("if")), text["end"])

    # Sections

    def _step(self, text: Text) -> Step:
        condition = self._condition(text.get("if"))
        if "go" in text:
            return Step(condition, branches=(Branch(None, section=text["go"]),))
        branches = tuple(self._branch(branch) for branch in text.get("then", text.get("decide", ())))
        return Step(condition, ask=text.get("ask", ""), branches=branches)

    def _branch(self, text: Text) -> Branch:
        return Branch(self._condition(text.get("if")), text.get("go", ""), text.get("end", ""))

    # Scores

    def _score(self, text: list[Text] | Text) -> Score:
        if isinstance(text, dict):
            return Score(tuple(self._item(item) for item in text["percent of answered"]), is_percentage=True)
        return Score(tuple(self._item(item) for item in text))

    def _item(self, text: Text) -> ScoreItem:
        return ScoreItem(
            points=Fraction(text.get("points", "0")),
            condition=self._condition(text.get("if")),
            add=text.get("add", ""),
            times=Fraction(text.get("times", "1")),
            each=tuple(text.get("for each of", ())),
        )

    # Questions

    def _question(self, name: str, text: Text) -> Question:
        kind = text["type"]
        choices = text.get("choices", {})
        question = Question(name, kind, tuple(choices), tuple(_points(choice) for choice in choices.values()))
        if "range" in text:
            question.grid = _grid(text, kind)
        question.applies = self._condition(text.get("applies"))
        unsure = text.get("unsure", "ask again")
        if unsure == "own":
            question.unsure = "own"
        elif unsure != "ask again":
            question.unsure, question.unsure_value = "counts", _value(question, unsure)
        if "unasked" in text:
            question.unasked = _value(question, text["unasked"])
        if "red_flag" in text:
            question.red_flag = _red_flag(question, text["red_flag"])
        return question


def _points(choice: str | Text) -> Fraction | None:
    return Fraction(choice["value"]) if isinstance(choice, dict) and "value" in choice else None


def _grid(text: Text, kind: str) -> Grid:
    low, high = (literals.literal(end.strip(), kind) for end in text["range"].split(" to "))
    return Grid(low, high, Fraction(text.get("step", "1")))


def _value(question: Question, text: str | list[str]) -> Value:
    match question.kind:
        case "yes-no":
            return text == "yes"
        case "choice":
            return question.choices.index(text)
        case "choices":
            return frozenset([text] if isinstance(text, str) else text)
    return question.grid.index(literals.literal(text, question.kind))


def _red_flag(question: Question, text: str | list) -> RedFlag:
    if isinstance(text, str):
        return RedFlag(direction=text)
    if question.kind == "choices":
        return RedFlag(worrying=frozenset(text))
    tiers = (tier if isinstance(tier, list) else [tier] for tier in text)
    return RedFlag(
        tiers=tuple(tuple(None if word == "unsure" else _value(question, word) for word in tier) for tier in tiers)
    )
