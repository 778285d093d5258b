"""Lời văn: references resolved, first citations, what is not translated, and every broken reference with its line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.blocks import BulletList, Number, NumberForm, Paragraph, Text
from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.prose import Citations, narrative_blocks
from poverty_evaluation.vocabulary.errors import InputError

Build = Callable[..., EvaluationContext]
FIGURE = "activity_figure;figure=gifts.items"


@pytest.fixture
def written(context: Build, value: Callable[..., Any]) -> Build:
    def build(text: str, language: str = "vi", name: str = "limits", **rest: Any) -> EvaluationContext:
        values = (
            value("activity_figure", 315, "gift", dimensions={"figure": "gifts.items"}),
            value("poor_households", 356, when="2017-12-31"),
        )
        return context(values, language=language, narrative={name: text}, **rest)

    return build


def test_paragraphs_lists_and_emphasis(written: Build) -> None:
    blocks = narrative_blocks("limits", written("# Đầu\n\nMột *hai* **ba**\nbốn.\n\n- Năm;\n- sáu."))
    assert blocks == [
        Paragraph((Text("Đầu", bold=True),)),
        Paragraph((Text("Một "), Text("hai", italic=True), Text(" "), Text("ba", bold=True), Text(" "), Text("bốn."))),
        BulletList(((Text("Năm;"),), (Text("sáu."),))),
    ]


@pytest.mark.parametrize(
    ("given", "form"), [("", NumberForm.TEXT), ("|words", NumberForm.WORDS), ("|magnitude", NumberForm.MAGNITUDE)]
)
def test_values(written: Build, given: str, form: NumberForm) -> None:
    (block,) = narrative_blocks("limits", written("Tặng {" + FIGURE + given + "} suất."))
    number = block.content[1]
    assert isinstance(number, Number)
    assert (number.value_id, number.form) == (f"{FIGURE}@213/2016-2018", form)


def test_values_of_another_time_are_named_in_full(written: Build) -> None:
    (block,) = narrative_blocks("limits", written("Còn {poor_households@213/2017-12-31} hộ."))
    assert block.content[1].value_id == "poor_households@213/2017-12-31"


@pytest.mark.parametrize(
    ("given", "language", "expected"),
    [
        ("{period}", "vi", "giai đoạn 2016-2018"),
        ("{name:hoi-nd}", "vi", "Hội Nông dân thành phố Bắc Giang"),
        ("{name:component-4}", "vi", "Truyền thông và giảm nghèo về thông tin"),
        ("{place:213}", "vi", "thành phố Bắc Giang"),
        ("{place:bac-giang-province}", "vi", "tỉnh Bắc Giang"),
        ("{date:2017-12-31}", "vi", "31/12/2017"),
        ("{doc:59/2015/QĐ-TTg}", "vi", "Quyết định số 59/2015/QĐ-TTg ngày 19/11/2015 của Thủ tướng Chính phủ"),
    ],
)
def test_names_places_dates_and_documents(written: Build, given: str, language: str, expected: str) -> None:
    (block,) = narrative_blocks("limits", written(given, language))
    assert block.content == (Text(expected),)


def test_documents_are_cited_in_full_once(written: Build) -> None:
    context, citations = written("{doc:59/2015/QĐ-TTg}"), Citations({"09/2011/QĐ-TTg"})
    first, second = (narrative_blocks("limits", context, citations)[0].content[0].text for _ in range(2))
    assert first.endswith("của Thủ tướng Chính phủ")
    assert second == "Quyết định số 59/2015/QĐ-TTg"
    listed = written("{doc:09/2011/QĐ-TTg}")
    assert narrative_blocks("limits", listed, citations)[0].content == (Text("Quyết định số 09/2011/QĐ-TTg"),)


def test_what_was_not_sent_and_what_was_not_translated(written: Build) -> None:
    assert narrative_blocks("causes", written("Có.")) == []
    assert narrative_blocks("limits", written("  \n")) == []
    (block,) = narrative_blocks("limits", written("Có.", language="en"))
    assert block.style == "note"
    assert block.content == (Text("[This passage has not been translated from Vietnamese.]", italic=True),)
    (block,) = narrative_blocks("limits", written("Said.", language="en", name="en/limits"))
    assert block.content == (Text("Said."),)


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("{activity_figure;figure=gift.items}", FIGURE),
        ("{poor_household@213/2017-12-31}", "poor_households"),
        ("{" + FIGURE + "|word}", "words"),
        ("{doc:59/2015/QD-TTg}", "59/2015/QĐ-TTg"),
        ("{name:hoi-nong-dan}", "hoi-nd"),
        ("{name:component-9}", "component-3"),
        ("{place:bac-giang-cty}", "bac-giang-city"),
        ("{date:2017-13-31}", "2017-12-31"),
        ("{peroid}", "period"),
    ],
)
def test_a_reference_that_leads_nowhere_names_the_nearest(written: Build, given: str, hint: str) -> None:
    with pytest.raises(InputError) as refused:
        narrative_blocks("limits", written("Một.\n\nHai " + given + "."))
    (problem,) = refused.value.problems
    assert problem.found_vi == given
    assert (problem.file, problem.row) == ("periods/bac-giang-city/2016-2018/narrative/limits.md", 3)
    if not given.startswith("{name:hoi"):
        assert hint in problem.remedy_vi
        assert hint in problem.remedy_en


def test_all_broken_references_are_told_at_once_each_with_its_line(written: Build) -> None:
    with pytest.raises(InputError) as refused:
        narrative_blocks("limits", written("{x}\n\n- {y}\n- {x}\n"))
    assert [(problem.found_en, problem.row) for problem in refused.value.problems] == [
        ("{x}", 1),
        ("{y}", 3),
        ("{x}", 4),
    ]
    message = str(refused.value)
    assert "limits.md, dòng 3: cần một tham chiếu đã biết; thấy {y}" in message
    assert "limits.md, row 3: expected a known reference; found {y}" in message
