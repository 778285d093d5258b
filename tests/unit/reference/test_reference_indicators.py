"""Định nghĩa chỉ tiêu và đề cương: read as data, refused when they cannot be computed or printed."""

from __future__ import annotations

import pytest

from poverty_evaluation.reference import Between, IndicatorKind, Method


def entry(name: str, of: str = "", kind: str = "sum", more: str = "") -> str:
    operands = f"of: [{of}]" if of else "table: t, column: c"
    return f"- {{id: {name}, kind: {kind}, {operands}, unit: household, label: {{vi: {name}, en: {name}}}{more}}}\n"


def test_definition_is_read_whole(data_root):
    data_root.write(
        "indicators.yml",
        entry("poor", kind="input", more=", where: {role: [a, b], flow: grant}, by: [place]")
        + entry("change", "poor", "difference", ", between: reviews, comparable_within: s, decimals: 2, source: x"),
    )
    poor, change = data_root.load().indicators
    assert poor.kind is IndicatorKind.INPUT
    assert (poor.table, poor.column, poor.by) == ("t", "c", ("place",))
    assert dict(poor.where) == {"role": ("a", "b"), "flow": ("grant",)}
    assert (poor.between, poor.method, poor.decimals, poor.description) == (Between.NOTHING, Method.NOTHING, 0, None)
    assert change.of == ("poor",)
    assert change.between == "reviews"
    assert (change.comparable_within, change.decimals, change.source) == ("s", 2, "x")
    assert change.label["vi"] == change.label.en == "change"
    with pytest.raises(KeyError):
        change.label["fr"]


def test_indicator_by_id(data_root):
    data_root.write("indicators.yml", entry("poor", kind="input"))
    reference = data_root.load()
    assert reference.indicator("poor").id == "poor"
    with pytest.raises(KeyError, match="poor"):
        reference.indicator("por")


def test_unknown_operand_names_the_nearest(data_root, one_problem):
    data_root.write("indicators.yml", entry("poor_households", kind="input") + entry("all", "poor_housholds"))
    problem = one_problem()
    assert (problem.file, problem.row, problem.column) == ("reference/indicators.yml", 2, "indicators[all].of")
    assert "Did you mean: poor_households" in problem.remedy_en
    assert "Có phải: poor_households" in problem.remedy_vi


def test_circle_is_named_once(data_root, one_problem):
    data_root.write("indicators.yml", entry("a", "b") + entry("b", "c") + entry("c", "a") + entry("d", "a"))
    problem = one_problem()
    assert "a → b → c → a" in problem.found_vi
    assert "the circle a → b → c → a" in problem.found_en


def test_definition_of_itself(data_root, one_problem):
    data_root.write("indicators.yml", entry("a", "a"))
    assert "a → a" in one_problem().found_en


def test_id_given_twice(data_root, one_problem):
    data_root.write("indicators.yml", entry("a") + entry("b") + entry("a"))
    problem = one_problem()
    assert problem.row == 3
    assert "line 1" in problem.found_en


def test_kind_outside_the_algebra(data_root, one_problem):
    data_root.write("indicators.yml", entry("a", kind="average"))
    problem = one_problem()
    assert "relative_change" in problem.expected_en
    assert "“average”" in problem.found_en


def test_definition_of_nothing(data_root, one_problem):
    data_root.write("indicators.yml", "- {id: a, kind: sum, unit: vnd, label: {vi: A, en: A}}\n")
    assert one_problem().column == "indicators[a].of"


def test_label_in_one_language(data_root, one_problem):
    data_root.write("indicators.yml", "- {id: a, kind: input, table: t, unit: vnd, label: {vi: A}}\n")
    assert one_problem().column == "indicators[a].label.en"


def test_label_without_languages(data_root, one_problem):
    data_root.write("indicators.yml", "- {id: a, kind: input, table: t, unit: vnd, label: A}\n")
    assert "“A”" in one_problem().found_en


OUTLINE = """
id: mid-term
title: {vi: Giữa kỳ, en: Mid-term}
chapters:
  - heading: {vi: Tình hình, en: Situation}
    blocks:
      - {kind: narrative, name: opening}
      - {kind: table, name: reviews, options: {columns: [a, b], decimals: 2, total: true, note: "07"}}
    sections:
      - heading: {vi: Một, en: One}
      - blocks: [{kind: findings}]
"""


def test_outline_is_read_whole(data_root):
    data_root.write("outlines/mid-term.yml", OUTLINE)
    outline = data_root.load().outlines["mid-term"]
    (chapter,) = outline.chapters
    assert outline.title.en == "Mid-term"
    assert outline.appendices == ()
    assert [block.name for block in chapter.blocks] == ["opening", "reviews"]
    assert dict(chapter.blocks[1].options) == {"columns": ("a", "b"), "decimals": 2, "total": True, "note": "07"}
    assert chapter.sections[0].heading["vi"] == "Một"
    assert chapter.sections[1].heading is None
    with pytest.raises(TypeError):
        chapter.blocks[1].options["total"] = False


def test_unknown_key_of_an_outline(data_root, one_problem):
    data_root.write("outlines/mid-term.yml", OUTLINE.replace("sections:", "section:"))
    problem = one_problem()
    assert problem.file == "reference/outlines/mid-term.yml"
    assert problem.column == "chapters[1].section"
    assert "sections" in problem.remedy_en


def test_two_outlines_of_one_id(data_root, one_problem):
    data_root.write("outlines/one.yml", OUTLINE)
    data_root.write("outlines/two.yml", OUTLINE)
    assert one_problem().file == "reference/outlines/two.yml"
