"""Viện dẫn văn bản: short and full citations, lists that end as administrative texts end them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from poverty_evaluation.evaluation.citations import (
    citation,
    documents_list,
    first_citation,
    full_citation,
    legal_bases,
    lower_first,
    punctuated,
)
from poverty_evaluation.evaluation.context import EvaluationContext

PLAN = {
    "symbol": "77/KH-UBND", "type_vi": "Kế hoạch", "date": "2016-06-27", "issuer_code": "ubnd-tp",
    "issuer_vi": "UBND thành phố Bắc Giang", "subject_vi": "Thực hiện mục tiêu", "subject_en": "The goal",
    "section": "people_committee",
}  # fmt: skip
NOTICE = PLAN | {
    "symbol": "52-TB/TU",
    "type_vi": "Thông báo kết luận",
    "subject_vi": "Chủ trương mua thẻ",
    "date": "2017-01-04",
}
DECISION = PLAN | {
    "symbol": "1258/QĐ-TTg", "type_vi": "Quyết định", "issuer_code": "ttg", "issuer_vi": "Thủ tướng Chính phủ",
    "subject_vi": "(Trích yếu chưa đối chiếu)", "subject_en": "(Title not verified)", "section": "legal_basis",
}  # fmt: skip


@pytest.fixture
def cited(context: Callable[..., EvaluationContext], frame: Callable[..., Any]) -> Callable[..., EvaluationContext]:
    def build(*rows: dict[str, str], language: str = "vi", **profile: Any) -> EvaluationContext:
        return context(tables={"documents": frame("documents", *rows)}, language=language, **profile)

    return build


def test_later_citations_are_short(cited: Callable[..., EvaluationContext]) -> None:
    assert citation("77/KH-UBND", cited(PLAN)) == "Kế hoạch số 77/KH-UBND"
    assert citation("77/KH-UBND", cited(PLAN, language="en")) == "Plan 77/KH-UBND"
    assert citation("59/2015/QĐ-TTg", cited()) == "Quyết định số 59/2015/QĐ-TTg"
    assert citation("0/KH-UBND", cited(PLAN)) == ""


def test_first_citations_give_date_and_issuer(cited: Callable[..., EvaluationContext]) -> None:
    assert (
        first_citation("77/KH-UBND", cited(PLAN))
        == "Kế hoạch số 77/KH-UBND ngày 27/6/2016 của UBND thành phố Bắc Giang"
    )
    assert first_citation("77/KH-UBND", cited(PLAN, language="en")) == (
        "Plan 77/KH-UBND of 27 June 2016 (People’s Committee of Bắc Giang City)"
    )


@pytest.mark.parametrize(
    ("row", "end"),
    [(PLAN, " về việc thực hiện mục tiêu"), (NOTICE, " về chủ trương mua thẻ"), (DECISION, " của Thủ tướng Chính phủ")],
    ids=["verb", "noun", "a remark in brackets is no title"],
)
def test_subjects(cited: Callable[..., EvaluationContext], row: dict[str, str], end: str) -> None:
    assert full_citation(row["symbol"], cited(row)).endswith(end)


def test_remarks_are_no_titles_in_english_either(cited: Callable[..., EvaluationContext]) -> None:
    assert full_citation("1258/QĐ-TTg", cited(DECISION, language="en")).endswith("(Prime Minister)")


def test_lists_go_by_date_and_end_with_a_full_stop(cited: Callable[..., EvaluationContext]) -> None:
    listed = documents_list(["people_committee"], cited(NOTICE, PLAN, DECISION))
    assert listed is not None
    ends = [(item[0].text.split(" ngày")[0], item[0].text[-1]) for item in listed.items if hasattr(item[0], "text")]
    assert ends == [("Kế hoạch số 77/KH-UBND", ";"), ("Thông báo kết luận số 52-TB/TU", ".")]
    assert documents_list(["cited"], cited(PLAN)) is None


def test_legal_bases_come_before_what_is_carried_out(cited: Callable[..., EvaluationContext]) -> None:
    bases = legal_bases(cited(PLAN, DECISION, legal_bases=("77/KH-UBND", "1258/QĐ-TTg", "0/QĐ")))
    assert [basis[:9] for basis in bases] == ["Căn cứ Qu", "Thực hiện"]
    assert [basis[-1] for basis in bases] == [";", "."]


def test_punctuation_and_capitals() -> None:
    assert punctuated(["a;", "b.", "c"]) == ["a;", "b;", "c."]
    assert punctuated([]) == []
    assert lower_first("Đánh giá") == "đánh giá"
    assert lower_first("UBND tỉnh") == "UBND tỉnh"
