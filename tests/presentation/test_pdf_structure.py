"""Cấu trúc bản PDF: tags, bookmarks, language, attachments and the marks of PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from typing import Any

import pikepdf
import pytest

from poverty_evaluation.presentation.exporters import EvaluationPDFExporter

LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


@pytest.fixture(params=["vi", "en"])
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def city(language: str, period_pdf: Any) -> bytes:
    return bytes(period_pdf("bac-giang-city", "2016-2018", language))


def test_the_file_says_by_which_standards_it_is_made(city: bytes, language: str):
    with pikepdf.open(io.BytesIO(city)) as document:
        metadata = document.Root.Metadata.read_bytes().decode()
        assert bool(document.Root.MarkInfo.Marked) and bool(document.Root.ViewerPreferences.DisplayDocTitle)
        assert str(document.Root.Lang) == LANGUAGES[language]
        assert "/OutputIntents" in document.Root
        title = str(document.docinfo["/Title"])
    for mark, expected in (("pdfaid:part", "3"), ("pdfaid:conformance", "A"), ("pdfuaid:part", "1")):
        assert re.search(rf"<{mark}>{expected}<|{mark}=.{expected}", metadata), mark
    assert title in metadata and len(title) > 40
    assert f"<rdf:li>{LANGUAGES[language]}</rdf:li>" in metadata


def test_every_font_is_ours_and_embedded(city: bytes):
    with pikepdf.open(io.BytesIO(city)) as document:
        fonts = [
            font.DescendantFonts[0]
            for page in document.pages
            for font in (page.Resources.Font.values() if "/Font" in page.Resources else ())
        ]
        assert all("/FontFile2" in font.FontDescriptor for font in fonts)
        names = {str(font.BaseFont).split("+")[-1].split("-")[0] for font in fonts}
    assert names <= {"LiberationSerif", "LiberationSans"} and "LiberationSerif" in names


def test_bookmarks_are_the_headings_and_lead_to_their_pages(city: bytes, pdf_reading: Any):
    def listed(items: Any) -> Iterator[tuple[str, int]]:
        for item in items:
            target = item.destination
            yield item.title, places[target[0].objgen]
            yield from listed(item.children)

    pages = pdf_reading.read_pages(city)
    with pikepdf.open(io.BytesIO(city)) as document, document.open_outline() as outline:
        places = {page.obj.objgen: place for place, page in enumerate(document.pages)}
        bookmarks = list(listed(outline.root))
    headings = list(pdf_reading.read_tags(city).all("H1", "H2", "H3"))
    assert len(bookmarks) == len(headings) > 20
    assert [place for _, place in bookmarks] == [heading.pages[0] for heading in headings]
    for title, place in bookmarks:
        first = " ".join(title.split()[:3])
        assert first in " ".join(pages[place].text.split()), title


def test_each_cell_of_a_table_says_what_heads_it(city: bytes, pdf_reading: Any):
    tables = list(pdf_reading.read_tags(city).all("Table"))
    assert len(tables) > 15
    for table in tables:
        heads = list(table.all("TH"))
        assert heads and all(cell.attributes["Scope"] in ("Column", "Row", "Both") for cell in heads)
        cells = list(table.all("TD"))
        assert cells and all("Headers" in cell.attributes for cell in cells)
        assert [part.name for part in table.children if part.name != "Caption"][:2] == ["THead", "TBody"]


def test_each_chart_has_a_text_of_its_own_written_from_its_data(city: bytes, pdf_reading: Any):
    texts = [tag.attributes["Alt"] for tag in pdf_reading.read_tags(city).all("Figure") if "Alt" in tag.attributes]
    assert len(texts) >= 3 and len(set(texts)) == len(texts)
    for text in texts:
        assert len(text) > 60 and re.search(r"\d", text)
        assert "placeholder" not in text.lower()


def test_the_numbers_and_findings_travel_with_the_file(city: bytes):
    with pikepdf.open(io.BytesIO(city)) as document:
        assert sorted(document.attachments) == ["findings.csv", "indicators.csv"]
        assert sorted(str(one.UF) for one in document.Root.AF) == ["findings.csv", "indicators.csv"]
        assert {str(one.AFRelationship) for one in document.Root.AF} == {"/Data"}
        text = document.attachments["indicators.csv"].get_file().read_bytes().decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(text)))
    assert len(rows) > 100 and "id" in rows[0]


def test_the_public_gets_no_attachment(period_pdf: Any):
    with pikepdf.open(io.BytesIO(period_pdf("song-mau-city", "2023-H1"))) as document:
        assert dict(document.attachments) == {} and "/AF" not in document.Root


def test_an_internal_report_has_its_attachments(builders: Any):
    notebook = builders.notebook_of([builders.document(audience="internal"), *builders.report()[1:]])
    with pikepdf.open(io.BytesIO(EvaluationPDFExporter().from_notebook_node(notebook)[0])) as document:
        assert sorted(document.attachments) == ["findings.csv", "indicators.csv"]
