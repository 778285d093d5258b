"""Lời văn chưa dịch: what a passage tells in figures is told in every language."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import BulletList, Number, NumberForm, Paragraph, Text
from poverty_evaluation.evaluation.prose import Citations, narrative_blocks
from poverty_evaluation.presentation.formatting import write
from poverty_evaluation.vocabulary.choices import Qualifier
from poverty_evaluation.vocabulary.errors import InputError

_ACTIVITIES = {"gifts": "Gifts", "rice": "Rice", "houses": "Houses", "loans": "Loans"}
_FIGURES = (
    ("gifts.items", "gift", 40000, "items", "gifts", Qualifier.LOWER_BOUND),
    ("gifts.money", "vnd", 12_100_000_000, "money", "", Qualifier.EXACT),
    ("rice.weight", "kilogram", 3160, "weight", "kg", Qualifier.EXACT),
    ("houses.items", "house", 6, "items", "houses", Qualifier.EXACT),
    ("loans.money", "vnd", 190_000_000, "money", "", Qualifier.EXACT),
)


@pytest.fixture
def english(context: Callable[..., Any], value: Callable[..., Any], frame: Callable[..., Any]) -> Callable[..., Any]:
    def build(text: str) -> Any:
        values = tuple(
            value("activity_figure", number, unit, dimensions={"figure": figure}, unit_en=unit_en, qualifier=qualifier)
            for figure, unit, number, _, unit_en, qualifier in _FIGURES
        )
        activities = [{"activity_id": code, "label_vi": "Có", "label_en": name} for code, name in _ACTIVITIES.items()]
        figures = [
            {"figure_id": figure, "activity_id": figure.split(".")[0], "role": role}
            for figure, _, _, role, *_ in _FIGURES
        ]
        tables = {
            "activities": frame("activities", *activities),
            "activity_figures": frame("activity_figures", *figures),
        }
        poor = value("poor_households", 356, when="2017-12-31")
        return context((*values, poor), language="en", narrative={"limits": text}, tables=tables)

    return build


def _of(*figures: str) -> str:
    return " ".join(f"{{activity_figure;figure={figure}}}" for figure in figures)


def _told(block: Any) -> list[str]:
    lines = block.items if isinstance(block, BulletList) else [block.content]
    return ["".join(part.text if isinstance(part, Text) else write(part, "en") for part in line) for line in lines]


def test_few_subjects_stand_in_the_note(english: Callable[..., Any]) -> None:
    (note,) = narrative_blocks("limits", english(f"Tặng {_of('gifts.items', 'gifts.money', 'rice.weight')}."))
    assert isinstance(note, Paragraph) and note.style == "note"
    assert _told(note) == [
        "[This passage has not been translated from Vietnamese. Its figures: Gifts (gifts: over 40,000; amount: VND "
        "12,100 million); Rice (kg: 3,160).]"
    ]


def test_many_subjects_are_a_list(english: Callable[..., Any]) -> None:
    every = [figure for figure, *_ in _FIGURES]
    note, listed = narrative_blocks(
        "limits", english(f"- Tặng {_of(*every)}\n- Còn {{poor_households@213/2017-12-31}}")
    )
    assert _told(note) == ["[This passage has not been translated from Vietnamese.] Its figures:"]
    assert _told(listed) == [
        "Gifts – gifts: over 40,000; amount: VND 12,100 million;",
        "Rice – kg: 3,160;",
        "Houses – houses: 6;",
        "Loans – amount: VND 190 million;",
        "poor_households on 31 December 2017 – 356.",
    ]


def test_figures_keep_their_ids_and_documents_their_symbols(english: Callable[..., Any]) -> None:
    text = f"Theo {{doc:59/2015/QĐ-TTg}}, tặng {_of('gifts.items')}."
    citations = Citations()
    (note,) = narrative_blocks("limits", english(text), citations)
    (number,) = (part for part in note.content if isinstance(part, Number))
    assert number.value_id == "activity_figure;figure=gifts.items@213/2016-2018"
    assert number.form is NumberForm.TEXT
    assert "Documents cited: Decision 59/2015/QĐ-TTg of 19 November 2015" in _told(note)[0]
    assert citations.told == {"59/2015/QĐ-TTg"}


def test_a_broken_reference_is_found_in_what_is_not_translated(english: Callable[..., Any]) -> None:
    with pytest.raises(InputError, match=r"limits\.md, row 1"):
        narrative_blocks("limits", english("Tặng {gift}."))
