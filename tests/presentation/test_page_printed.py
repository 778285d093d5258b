"""The page as a browser prints it: A4, the margins and head of the official layout, nothing cut, nothing to press."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter

POINTS = 72 / 25.4  # in a millimetre
WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')

Word = tuple[float, float, float, float, str]


@pytest.fixture(scope="module")
def printed(browser: Any, builders: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report whose table runs over several pages, printed after somebody has sorted and opened things."""
    long = builders.table("long")
    wards = [
        b.Row((builders.text(str(place)), builders.text(f"Xã số {place} dài tên " * 4), *builders.cells(place, place)))
        for place in range(1, 61)
    ]
    long = b.Table(long.id, long.label, long.title, long.unit_line, long.columns, tuple(wards), long.source)
    head = builders.letterhead(invented_mark='Số liệu "giả định" </style>')
    blocks = builders.report()
    notebook = builders.notebook_of([builders.document(letterhead=head), *blocks[1:10], long, *blocks[10:]])
    folder = tmp_path_factory.mktemp("printed")
    (folder / "page.html").write_text(EvaluationHTMLExporter().from_notebook_node(notebook)[0], encoding="utf-8")
    context = browser.new_context(viewport={"width": 1440, "height": 900})
    page = context.new_page()
    page.goto((folder / "page.html").as_uri())
    page.locator(".findings-toggle").click()
    page.locator("data.indicator").first.click()
    page.pdf(path=str(folder / "page.pdf"), prefer_css_page_size=True)
    context.close()
    return folder / "page.pdf"


def words_of(printed: Path) -> list[list[Word]]:
    """The words of each sheet and where they stand, in points from the top left."""
    done = subprocess.run(["pdftotext", "-bbox", str(printed), "-"], capture_output=True, check=True)
    sheets = done.stdout.decode().split("<page ")[1:]
    return [[(*map(float, found[:4]), found[4]) for found in WORD.findall(sheet)] for sheet in sheets]  # type: ignore[misc]


@pytest.fixture(scope="module")
def sheets(printed: Path) -> list[list[Word]]:
    return words_of(printed)


def is_number(word: Word) -> bool:
    """Whether it is the page number in the upper margin."""
    return word[3] < 20 * POINTS and word[4].isdigit()


def is_in_margin(word: Word, height: float) -> bool:
    return word[3] < 20 * POINTS or word[1] > height - 20 * POINTS


def test_the_sheets_are_a4_with_a_wide_appendix(printed: Path):
    with pikepdf.open(printed) as document:
        sizes = [(round(float(sheet.mediabox[2])), round(float(sheet.mediabox[3]))) for sheet in document.pages]
    assert set(sizes) == {(595, 842), (842, 595)}
    assert sizes[0] == (595, 842)


def test_text_keeps_to_the_margins(printed: Path, sheets: list[list[Word]]):
    with pikepdf.open(printed) as document:
        sizes = [(float(sheet.mediabox[2]), float(sheet.mediabox[3])) for sheet in document.pages]
    for (width, height), words in zip(sizes, sheets, strict=True):
        left, right = (30, 15) if width < height else (20, 20)
        for word in words:
            if is_in_margin(word, height):
                continue
            assert left * POINTS - 1 <= word[0] and word[2] <= width - right * POINTS + 1, word
            assert word[3] <= height - 20 * POINTS + 3, word


def test_every_sheet_says_that_it_is_a_draft_of_invented_data(printed: Path, sheets: list[list[Word]]):
    with pikepdf.open(printed) as document:
        heights = [float(sheet.mediabox[3]) for sheet in document.pages]
    for place, (height, words) in enumerate(zip(heights, sheets, strict=True), 1):
        marks = [word for word in words if is_in_margin(word, height) and not is_number(word)]
        told = {
            name: " ".join(word[4] for word in marks if (word[1] > height / 2) == (name == "foot"))
            for name in ("head", "foot")
        }
        assert told["foot"] == "Số liệu &quot;giả định&quot; &lt;/style&gt;"
        assert told["head"] == ("" if place == 1 else "DỰ THẢO")  # the letterhead of the first has it


def test_sheets_are_numbered_at_the_top_from_the_second(sheets: list[list[Word]]):
    numbers = [[word[4] for word in words if is_number(word)] for words in sheets]
    assert numbers == [[], *[[str(place)] for place in range(2, len(sheets) + 1)]]
    number = next(word for word in sheets[1] if is_number(word))
    middle = (30 * POINTS + 595.3 - 15 * POINTS) / 2
    assert (number[0] + number[2]) / 2 == pytest.approx(middle, abs=2)


def test_the_head_stands_in_two_columns(sheets: list[list[Word]]):
    country = next(word for word in sheets[0] if word[4] == "CỘNG")
    office = next(word for word in sheets[0] if word[4] == "ỦY")
    assert office[2] < country[0] and abs(office[1] - country[1]) < 6


def test_no_row_is_cut_and_headings_are_repeated(sheets: list[list[Word]]):
    """Each ward's name fills several lines; all of them stand on one sheet, under the headings."""
    found: dict[int, list[int]] = {}
    heads = 0
    for place, words in enumerate(sheets):
        texts = [word[4] for word in words]
        counts = [int(texts[at + 2]) for at, text in enumerate(texts[:-2]) if text == "Xã" and texts[at + 1] == "số"]
        heads += bool(counts) and "(A)" in texts and "Phường," in texts and "Tổng số hộ" in " ".join(texts)
        for count in counts:
            found.setdefault(count, []).append(place)
    assert sorted(found) == list(range(1, 61))
    assert all(len(places) == 4 and len(set(places)) == 1 for places in found.values()), found
    assert heads == len({places[0] for places in found.values()}) > 1


def test_nothing_to_press_is_printed_and_signs_are(sheets: list[list[Word]]):
    text = " ".join(word[4] for words in sheets for word in words)
    assert "†" in text and "Trên đây là báo cáo./." in text
    assert "Mục lục" not in text and "Phát hiện (" not in text and "Đóng" not in text
    assert "Bảng số liệu của hình" not in text and "household_review" not in text


def test_the_layout_of_the_circular_has_its_page_number_at_the_foot(browser: Any, builders: Any, tmp_path: Path):
    blocks = [builders.document(style_profile="tt01-2011"), builders.bars(), *builders.report()[-2:]]
    path = tmp_path / "page.html"
    path.write_text(EvaluationHTMLExporter().from_notebook_node(builders.notebook_of(blocks))[0], encoding="utf-8")
    context = browser.new_context()
    page = context.new_page()
    page.goto(path.as_uri())
    page.pdf(path=str(tmp_path / "page.pdf"), prefer_css_page_size=True)
    context.close()
    words = words_of(tmp_path / "page.pdf")
    assert not any(is_number(word) for sheet in words for word in sheet)
    number = next(word for word in words[1] if word[4] == "2" and word[1] > (842 - 20 * POINTS))
    assert number[2] == pytest.approx(595 - 15 * POINTS, abs=4)
