"""Mẫu câu: named slots in both languages, no digit, and nothing filled by half."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Iterator

import pytest

from poverty_evaluation.evaluation import wording
from poverty_evaluation.evaluation.blocks import Number, Text
from poverty_evaluation.evaluation.patterns import Pattern, enumerated, fill, joined, line, say

GREETING = Pattern(vi="Có {count} hộ tại {place}.", en="{place} has {count} households.")
NUMBER = Number("poor_households@213/2017-12-31", None, "household", 0)


def all_patterns() -> Iterator[tuple[str, Pattern]]:
    for found in pkgutil.iter_modules(wording.__path__):
        module = importlib.import_module(f"{wording.__name__}.{found.name}")
        for name, item in vars(module).items():
            members = item.values() if isinstance(item, dict) else [item]
            yield from ((f"{found.name}.{name}", member) for member in members if isinstance(member, Pattern))


@pytest.mark.parametrize(("name", "pattern"), list(all_patterns()))
def test_patterns_hold_no_digit_and_the_same_slots_in_both_languages(name: str, pattern: Pattern) -> None:
    for language in ("vi", "en"):
        assert not re.search(r"\d", pattern.text(language)), name
        assert pattern.slots(language) == pattern.slots("vi"), name


def test_there_are_patterns_to_look_at() -> None:
    assert len(list(all_patterns())) > 200


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("vi", (Text("Có "), NUMBER, Text(" hộ tại Bắc Giang."))),
        ("en", (Text("Bắc Giang has "), NUMBER, Text(" households."))),
    ],
)
def test_slots_are_filled_with_numbers_and_texts(language: str, expected: tuple[object, ...]) -> None:
    assert fill(GREETING, language, count=NUMBER, place="Bắc Giang") == expected


def test_a_line_can_fill_a_slot() -> None:
    outer = Pattern(vi="A{inner}B", en="A{inner}B")
    assert fill(outer, "vi", inner=(Text("x"), NUMBER)) == (Text("Ax"), NUMBER, Text("B"))
    assert fill(outer, "vi", inner=()) == (Text("AB"),)


@pytest.mark.parametrize("slots", [{}, {"count": "6"}, {"count": "6", "place": "B", "more": "?"}])
def test_open_and_unknown_slots_are_refused(slots: dict[str, str]) -> None:
    with pytest.raises(ValueError, match="has the slots"):
        say(GREETING, "vi", **slots)
    with pytest.raises(ValueError, match="has the slots"):
        fill(GREETING, "vi", **slots)


def test_bold_and_plain_runs_stay_apart() -> None:
    assert joined([line("a", bold=True), line("b"), line("")], "; ") == (Text("a", bold=True), Text("; b; "))


@pytest.mark.parametrize(
    ("names", "expected"), [([], ""), (["a"], "a"), (["a", "b"], "a và b"), (["a", "b", "c"], "a, b và c")]
)
def test_enumerations_join_the_last_name_by_a_word(names: list[str], expected: str) -> None:
    assert enumerated(names, Pattern(vi="{others} và {last}", en="{others} and {last}"), "vi") == expected
