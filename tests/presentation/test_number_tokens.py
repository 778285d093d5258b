"""Không có số trần: every number token in the body of a report's page has a provenance, or a reason why it needs none.

A token is in an element that leads to its value, to its finding or to the file of an explanation; or it is part of a
date, a period, the symbol of a document, a label of the document itself, a place in a file, a name that the reference
lists or the received tables hold, or a formula. Each reason is bound to what it excuses; a class of elements is never
excused as such.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import html

from poverty_evaluation.evaluation.context import EvaluationContext
from poverty_evaluation.evaluation.recomputations import recomputed

REPORTS = [
    ("bac-giang-city", "2016-2018", "vi", "report"),
    ("bac-giang-city", "2016-2018", "en", "report"),
    ("bac-giang-city", "2016-2018", "vi", "working_paper"),
    ("bac-giang-city", "2016-2018", "en", "working_paper"),
    ("bac-giang-province", "2016", "vi", "report"),
    ("song-mau-city", "2022", "vi", "report"),
    ("song-mau-city", "2022", "en", "report"),
    ("song-mau-city", "2022", "vi", "working_paper"),
    ("song-mau-city", "2021-2023", "vi", "report"),
    ("song-mau-city", "2022-H1", "vi", "report"),
    ("song-mau-city", "2021", "vi", "report"),
    ("song-mau-city", "2023-H1", "vi", "report"),
    ("dat-mau-province", "2022", "en", "report"),
]
in_every_report = pytest.mark.parametrize("report", REPORTS, ids=["-".join(report) for report in REPORTS])
NUMBER = re.compile(r"(?<![^\W\d_])\d+(?:[.,/:]\d+)*(?:\s?%)?")
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_YEAR = r"(?:19|20)\d\d"
#: Reasons that a stretch of text has in itself.
WRITTEN = {
    "date": rf"\b\d{{1,2}}/\d{{1,2}}/{_YEAR}\b|\b\d{{1,2}} (?:{_MONTHS}) {_YEAR}\b|\btháng \d{{1,2}} năm {_YEAR}\b",
    "period": (
        rf"\b{_YEAR}\s?[-–]\s?{_YEAR}\b|^\s*{_YEAR}(?=\s*$|; )"
        rf"|\b(?:[Nn]ăm|[Yy]ear|in|for|of|to|by|since|from|planned|figures:) {_YEAR}\b"
        rf"|\b(?:0?[69]|ba|sáu|chín) tháng (?:đầu )?năm {_YEAR}\b|\b(?:first )?(?:six|nine|\d) months of {_YEAR}\b"
        rf"|\b\d tháng đầu năm\b|\b[Qq]uý [IV]+(?:/| năm ){_YEAR}\b"
    ),
    "document symbol": r"\b\d+(?:/\d{4})?[/-][A-ZĐ][\w&Đ.-]*(?:[/-][\w&Đ.-]+)*|\b\d+-[A-ZĐ]+/[A-ZĐ]+",
    "label of the document": (
        r"\b(?:Biểu số|Bảng|Hình|Table|Figure) \d+\b|\((?:\d+)/(?:\d+)\)\s*$"
    ),
    "form of the law": r"\b(?:mẫu số|form no\.|form|mẫu) \d+[a-z]?(?:\.\d+)?\b",
    "place in a file": r"\b(?:periods|reference)/[\w./-]+|\b[\w-]+\.(?:csv|xlsx|yml|md)\b(?:, (?:dòng|row) \d+)?",
}  # fmt: skip
_WRITTEN = {name: re.compile(pattern) for name, pattern in WRITTEN.items()}
#: Elements that hold labels of the document itself, by class or place.
_LABELS = {"label", "number"}
#: A label of a bar or point lies so deep in a picture; the steps of the axes lie deeper.
_GROUPS_OF_LABEL = 3
_POSITION_HEADS = {"TT", "STT", "No."}


@dataclass(frozen=True)
class Token:
    """A number token where it stands: the reason found for it, "" for none."""

    text: str
    around: str
    reason: str


@dataclass(frozen=True)
class Known:
    """What the page can be held against."""

    provenance: Mapping[str, Any]
    findings: Mapping[str, frozenset[str]]  # the number tokens of each finding
    names: tuple[str, ...]
    formulas: frozenset[str]


@cache
def _texts_of_lists(root: Path) -> tuple[str, ...]:
    """Every text of the reference lists that holds a digit."""
    found: list[str] = []
    for path in sorted((root / "reference").rglob("*.csv")):
        with path.open(encoding="utf-8", newline="") as handle:
            found += [text for row in csv.DictReader(handle) for key, text in row.items() if _is_name(key) and text]
    for path in sorted((root / "reference").rglob("*.yml")):
        found += list(_named(yaml.safe_load(path.read_text(encoding="utf-8"))))
    return tuple(found)


def _is_name(key: str) -> bool:
    return key.startswith(("label", "name", "short", "title"))


def _named(plain: Any, key: str = "") -> Iterator[str]:
    if isinstance(plain, dict):
        for inner, item in plain.items():
            yield from _named(item, key if inner in ("vi", "en") else str(inner))
    elif isinstance(plain, list):
        for item in plain:
            yield from _named(item, key)
    elif isinstance(plain, str) and _is_name(key):
        yield plain


def known_of(page: Any, context: EvaluationContext) -> Known:
    stored = json.loads(page.get_element_by_id("provenance").text)
    tables = context.tables
    received = [
        str(text)
        for name in ("activities", "documents", "targets")
        for column in ("label_vi", "label_en", "title", "title_vi", "title_en", "subject", "subject_vi", "subject_en")
        if name in tables and column in tables[name]
        for text in tables[name][column]
    ]
    data = Path(__file__).parents[2] / "data"
    lists = [*_texts_of_lists(data), *_texts_of_lists(data / "sample")]
    names = sorted({one for one in (*received, *lists) if NUMBER.search(one)}, key=len, reverse=True)
    definitions = context.reference.indicators
    formulas = {text for one in definitions for text in (one.source, *_both(one.description)) if text}
    return Known(
        stored, {one.id: _tokens_of(one, context) for one in context.findings}, tuple(names), frozenset(formulas)
    )


def _both(text: Any) -> tuple[str, ...]:
    return () if text is None else (text["vi"], text["en"])


def _tokens_of(finding: Any, context: EvaluationContext) -> frozenset[str]:
    told = (
        finding.id, finding.message_vi, finding.message_en, finding.quote, recomputed(finding, context),
        finding.explained("vi"), finding.explained("en"), str(finding.row), finding.column, finding.file, finding.sheet,
    )  # fmt: skip
    return frozenset(NUMBER.findall(" ".join(told)))


def tokens(page: Any, known: Known) -> Iterator[Token]:
    """Every number token of the visible text, each with its reason; the text of pictures is judged apart."""
    for element in page.body.iter():
        if not isinstance(element.tag, str) or element.tag in ("script", "style", "noscript"):
            continue
        if _within(element, "svg") is not None:
            continue
        yield from _of_text(element.text or "", element, known)
    for element in page.body.iter():
        parent = element.getparent()
        if element.tail and parent is not None and _within(parent, "svg") is None and parent.tag not in ("script",):
            yield from _of_text(element.tail, parent, known)


def _within(element: Any, tag: str) -> Any:
    return next((one for one in (element, *element.iterancestors()) if one.tag == tag), None)


def _of_text(text: str, holder: Any, known: Known) -> Iterator[Token]:
    found = list(NUMBER.finditer(text))
    if not found:
        return
    whole = _reason_of_element(holder, text, known)
    spans = [] if whole else list(_spans(text, known))
    for one in found:
        inside = next((reason for reason, start, end in spans if start <= one.start() and one.end() <= end), "")
        reason = _checked(whole, one[0], holder, known) or inside
        yield Token(one[0], text.strip(), reason)


def _reason_of_element(holder: Any, text: str, known: Known) -> str:
    ancestors = [holder, *holder.iterancestors()]
    for one in ancestors:
        classes = set((one.get("class") or "").split())
        if one.tag == "data" and "indicator" in classes:
            return "provenance"
        if one.get("data-finding"):
            return "finding"
        if one.get("data-source"):
            return "explanation"
        if classes & _LABELS:
            return "label of the document"
        if one.tag == "tr" and "numbers" in classes:
            return "column number"
        if one.tag == "nav" and re.match(r"\s*\d+\. ", text):
            return "label of the document" if len(NUMBER.findall(text)) == 1 else ""
    if _is_position(ancestors):
        return "row number"
    return "formula" if text in known.formulas else ""


def _checked(reason: str, token: str, holder: Any, known: Known) -> str:
    """Whether what the element says of itself is so."""
    ancestors = [holder, *holder.iterancestors()]
    if reason == "provenance":
        number = next(one for one in ancestors if one.tag == "data")
        entry = known.provenance.get(number.get("data-id"))
        return reason if entry is not None and entry["value"] == number.get("value") else ""
    if reason == "finding":
        identity = next(one.get("data-finding") for one in ancestors if one.get("data-finding"))
        return reason if token in known.findings.get(identity, ()) else ""
    if reason == "explanation":
        source = next(one.get("data-source") for one in ancestors if one.get("data-source"))
        return reason if token in NUMBER.findall(_received(source)) else ""
    return reason


def _received(file: str) -> str:
    """The text of a received file of a report."""
    data = Path(__file__).parents[2] / "data"
    return next(path for root in (data, data / "sample") if (path := root / file).is_file()).read_text(encoding="utf-8")


def _is_position(ancestors: list[Any]) -> bool:
    """Whether this is the first cell of a row under the head of the running numbers."""
    cell = next((one for one in ancestors if one.tag in ("td", "th")), None)
    if cell is None or cell.getprevious() is not None or not re.fullmatch(r"\s*\d+\s*", cell.text_content()):
        return False
    table = next(one for one in ancestors if one.tag == "table")
    head = table.find("thead/tr/th")
    return head is not None and head.text_content().strip() in _POSITION_HEADS


def _spans(text: str, known: Known) -> Iterator[tuple[str, int, int]]:
    for reason, pattern in _WRITTEN.items():
        yield from ((reason, one.start(), one.end()) for one in pattern.finditer(text))
    for name in known.names:
        start = text.find(name)
        while start >= 0:
            yield "name", start, start + len(name)
            start = text.find(name, start + 1)


@pytest.fixture(scope="module")
def page_of(real_report: Callable[..., Any]) -> Callable[..., tuple[Any, Known]]:
    @cache
    def of(place: str, period: str, language: str, document: str) -> tuple[Any, Known]:
        told = real_report(place, period, language)
        written = told.exported("evaluation-html", document)
        page = html.document_fromstring(written.decode(), parser=html.HTMLParser(huge_tree=True))
        return page, known_of(page, told.context)

    return of


@in_every_report
def test_no_number_of_a_picture_stands_there_alone(page_of: Any, report: tuple[str, ...]) -> None:
    """What a picture labels or tells stands in the table of its data; the steps of its axes are no figures."""
    page, known = page_of(*report)
    for figure in page.iter("figure"):
        data = figure.find("details")
        shown = set(NUMBER.findall(" ".join(data.itertext()).replace("\u00a0", " ")))
        values = [known.provenance[one.get("data-id")]["formatted"] for one in data.iter("data")]
        told = shown | set(NUMBER.findall(" ".join(values)))
        for element in figure.find(".//svg").iter("text", "desc"):
            is_on_axis = sum(one.tag == "g" for one in element.iterancestors()) > _GROUPS_OF_LABEL
            text = "".join(element.itertext())
            left = [one[0] for one in NUMBER.finditer(text) if one[0] not in told and not _is_written(one, text)]
            assert not left or (is_on_axis and left == [text.strip()]), (figure.get("id"), text)


def _is_written(token: re.Match[str], text: str) -> bool:
    spans = (one.span() for pattern in _WRITTEN.values() for one in pattern.finditer(text))
    return any(start <= token.start() and token.end() <= end for start, end in spans)


@in_every_report
def test_no_number_is_naked(page_of: Any, report: tuple[str, ...], capsys: pytest.CaptureFixture[str]) -> None:
    page, known = page_of(*report)
    found = list(tokens(page, known))
    counts = Counter(token.reason or "NAKED" for token in found)
    with capsys.disabled():
        told = ", ".join(f"{name} {count}" for name, count in counts.most_common())
        print(f"\n{' '.join(report)}: {len(found)} number tokens: {told}")
    naked = [f"{token.text!r} in {token.around!r}" for token in found if not token.reason]
    assert naked == []
    assert counts["provenance"] + counts["finding"] > 0


@pytest.mark.parametrize(
    ("body", "naked"),
    [
        ("<p>Có 35 hộ nghèo.</p>", ["35"]),
        ('<p>Có <data class="indicator" data-id="a" value="35">35</data> hộ, <b>1,36%</b>.</p>', ["1,36%"]),
        ('<p>Có <data class="indicator" data-id="a" value="36">36</data> hộ.</p>', ["36"]),
        ('<p>Có <data class="indicator" data-id="b" value="35">35</data> hộ.</p>', ["35"]),
        ('<p><span data-finding="f">35 khác 36</span>; <span data-finding="g">35</span></p>', ["36", "35"]),
        ('<p><span data-source="periods/bac-giang-city/2016-2018/report.yml">2016: 987654</span></p>', ["987654"]),
        ("<p>Ngày 01/10/2015, năm 2016, giai đoạn 2016-2020, theo 30/2020/NĐ-CP; Dự án 1: 12 hộ.</p>", ["12"]),
        ("<table><thead><tr><th>TT</th><th>Hộ</th></tr></thead><tbody><tr><td>1</td><td>2</td></tr></table>", ["2"]),
    ],
)
def test_a_naked_number_is_found(body: str, naked: list[str]) -> None:
    known = Known({"a": {"value": "35"}}, {"f": frozenset({"35"})}, ("Dự án 1",), frozenset())
    page = html.document_fromstring(f"<html><body>{body}</body></html>")
    assert [token.text for token in tokens(page, known) if not token.reason] == naked
