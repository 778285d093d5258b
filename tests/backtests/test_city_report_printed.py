"""The figures of the city's report of 2018 as readers meet them: each stands in the page in Vietnamese format."""

from __future__ import annotations

import csv
import re
from fractions import Fraction
from pathlib import Path

import pytest

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.document import build_evaluation
from poverty_evaluation.indicators import PeriodTables, evaluate
from poverty_evaluation.ingest import read_period
from poverty_evaluation.presentation.html import report as html
from poverty_evaluation.reference import load_reference

ROOT = Path(__file__).parents[2] / "data"
ROWS = list(csv.DictReader((Path(__file__).parent / "bac_giang_city_2016-2018.csv").open(encoding="utf-8")))
NUMBER = re.compile(r'<data class="[^"]*" data-id="([^"]+)" value="([^"]*)"[^>]*>(.*?)</data>', re.DOTALL)


@pytest.fixture(scope="module")
def printed() -> dict[str, list[tuple[str, str]]]:
    """What the page shows of each value: its machine-readable value and its text."""
    reference = load_reference(ROOT)
    received = read_period(ROOT / "periods/bac-giang-city/2016-2018", ROOT, reference)
    report = received.report
    evaluated = evaluate(
        PeriodTables(
            received.tables, reference, received.place_code, report.period, report.leading_standard, report.programme_id
        )
    )
    findings = (*received.findings, *evaluated.findings)
    built = build_evaluation(
        EvaluationContext(report, reference, "vi", evaluated.values, findings, received.tables, received.narrative)
    )
    blocks = (*built.opening, *built.chapters, *built.closing, *built.appendices)
    page = "".join(
        html.block_html(block, "vi", svg='<svg xmlns="http://www.w3.org/2000/svg"></svg>') for block in blocks
    )
    shown: dict[str, list[tuple[str, str]]] = {}
    for identity, value, text in NUMBER.findall(page):
        shown.setdefault(identity, []).append((value, re.sub(r"<[^>]+>", "", text)))
    return shown


def _identity(row: dict[str, str]) -> str:
    return row["value_id"] if "@" in row["value_id"] else f"{row['value_id']}@213/2016-2018"


@pytest.mark.parametrize("row", ROWS, ids=[f"line {row['document_line']}, {row['as_printed']}" for row in ROWS])
def test_every_figure_is_printed(row: dict[str, str], printed: dict[str, list[tuple[str, str]]]) -> None:
    shown = printed.get(_identity(row), [])
    assert shown, f"{row['value_id']} is printed nowhere"
    if not row["expected_value"]:
        assert any(row["as_printed"] in text for _, text in shown)
        return
    expected = Fraction(row["expected_value"]) / (100 if row["printed_unit"] == "%" else 1)
    assert all(Fraction(value) == expected for value, _ in shown)
    assert not any(re.search(r"\d\.\d{1,2}(?!\d)", text) for _, text in shown), "a decimal point in Vietnamese text"
