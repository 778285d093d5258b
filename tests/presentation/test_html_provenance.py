"""What the page stores of its numbers: all that can be followed from it, each thing once, nothing else."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.html.print_marks import css_string
from poverty_evaluation.presentation.html.provenance import findings_of_page, provenance


def cells(builders: Any, count: int) -> tuple[Any, ...]:
    return tuple(replace(builders.CELL, row=row) for row in range(2, count + 2))


def test_only_what_is_shown_and_what_it_comes_from_is_stored(builders: Any):
    shown = b.Paragraph((builders.number(builders.RATIO),))
    stored = provenance(builders.document(), [shown])
    assert list(stored) == [builders.RATIO.id, builders.POOR.id, builders.TOTAL.id]


def test_operands_are_followed_all_the_way_down(builders: Any):
    middle = builders.value("middle", 1, "household", operands=(builders.POOR.id,))
    top = builders.value("top", 2, "household", operands=(middle.id, "unknown@213/2018"))
    document = builders.document(values=(*builders.VALUES, middle, top))
    stored = provenance(document, [b.Paragraph((builders.number(top),))])
    assert list(stored) == [top.id, middle.id, builders.POOR.id]
    assert stored[top.id]["operands"] == [middle.id, "unknown@213/2018"]


def test_a_sum_of_very_many_cells_names_them_through_its_operands(builders: Any):
    many = cells(builders, 40)
    parts = [builders.value(f"part_{at}", 1, "household", sources=many[at * 20 : at * 20 + 20]) for at in range(2)]
    whole = builders.value("whole", 2, "household", sources=many, operands=tuple(part.id for part in parts))
    alone = builders.value("alone", 2, "household", sources=(*many, builders.CELL), operands=(parts[0].id,))
    document = builders.document(values=(*parts, whole, alone))
    stored = provenance(document, [b.Paragraph((builders.number(whole), builders.number(alone)))])
    assert stored[whole.id]["sources"] == [] and stored[whole.id]["source_count"] == 40
    assert len(stored[parts[0].id]["sources"]) == 20  # a part has no operands: all of its cells stand there
    assert len(stored[alone.id]["sources"]) == 41 and "source_count" not in stored[alone.id]  # not all in its operands


def test_few_cells_are_named_where_they_are_used(builders: Any):
    stored = provenance(builders.document(), [b.Paragraph((builders.number(builders.RATIO),))])
    (source,) = stored[builders.RATIO.id]["sources"]
    assert source["row"] == 3 and source["line"] == 42
    plain = builders.value("plain", 1, "household", sources=(replace(builders.CELL, document_line=None),))
    stored = provenance(builders.document(values=(plain,)), [b.Paragraph((builders.number(plain),))])
    assert "line" not in stored[plain.id]["sources"][0]


def test_certainty_is_told_in_words_where_it_is_less_than_exact(builders: Any):
    shown = b.Paragraph((builders.number(builders.MONEY), builders.number(builders.POOR)))
    stored = provenance(builders.document(), [shown])
    assert stored[builders.MONEY.id]["qualifier_text"] == "cận dưới (trên, ít nhất)"
    assert "qualifier_text" not in stored[builders.POOR.id] and stored[builders.POOR.id]["qualifier"] == "exact"
    assert provenance(builders.document("en"), [shown])[builders.MONEY.id]["qualifier_text"].startswith("lower bound")


def test_findings_of_the_page_stand_in_order_of_gravity_with_their_numbers(builders: Any):
    note = {**builders.FINDING, "id": "1" * 12, "severity": "note", "indicator_ids": ()}
    document = builders.document(findings=(note, builders.FINDING))
    named = builders.number(builders.POOR, finding_ids=("1" * 12,))
    listed = findings_of_page(document, [b.Paragraph((named,))])
    assert [(one["severity"], one["numbers"]) for one in listed] == [
        ("error", [builders.MONEY.id]),
        ("note", [builders.POOR.id]),
    ]
    assert listed[0]["computed"] == "78.400"
    assert findings_of_page(replace(document, findings=()), [b.Paragraph((named,))]) == []


def test_a_string_of_css_cannot_leave_its_place():
    assert css_string("DỰ THẢO 1") == '"DỰ THẢO 1"'
    assert css_string('"</style>\\') == '"\\22 \\3c \\2f style\\3e \\5c "'


def test_an_english_page_tells_the_recomputation_in_english(builders: Any):
    finding = {**builders.FINDING, "computed": "1,5 triệu đồng", "computed_en": "VND 1.5 million"}
    english, vietnamese = (builders.document(language, findings=(finding,)) for language in ("en", "vi"))
    assert findings_of_page(english, [])[0]["computed"] == "VND 1.5 million"
    assert findings_of_page(vietnamese, [])[0]["computed"] == "1,5 triệu đồng"
    untold = builders.document("en", findings=(builders.FINDING,))
    assert findings_of_page(untold, [])[0]["computed"] == "78.400"
