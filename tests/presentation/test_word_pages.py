"""Trang của tệp Word: opened in an office program, the same words and numbers as the PDF, placed as the decree says."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.evaluation.blocks import DocumentKind
from poverty_evaluation.presentation import executed, formatting
from poverty_evaluation.presentation.executed import Shown
from poverty_evaluation.presentation.exporters import EvaluationDOCXExporter
from poverty_evaluation.presentation.letterheads import DOTS, ended_names, issuer_lines
from poverty_evaluation.presentation.pdf import report as typst
from poverty_evaluation.presentation.pdf import typesetting
from poverty_evaluation.presentation.signs import explain_signs, numbers_of
from poverty_evaluation.presentation.word import report as word
from poverty_evaluation.presentation.word.reading import NumberState, plain_text, read_numbers
from poverty_evaluation.presentation.wording import wording

MM = 72 / 25.4
NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
OFFICE_SECONDS = 180

Converter = Callable[[bytes, str], bytes]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Converter:
    """Turns a Word file into another kind in LibreOffice, under a profile of its own."""
    program = shutil.which("soffice")
    if not program:
        pytest.fail(
            "LibreOffice is missing, so the Word file was not opened in an office program; on Debian: "
            "apt-get install libreoffice-writer-nogui"
        )
    folder = tmp_path_factory.mktemp("office")

    def convert(content: bytes, kind: str) -> bytes:
        source = folder / "received.docx"
        source.write_bytes(content)
        made = folder / kind
        command = [program, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", kind]
        done = subprocess.run(
            [*command, "--outdir", str(made), str(source)], capture_output=True, check=False, timeout=OFFICE_SECONDS
        )
        path = made / f"received.{kind}"
        assert path.is_file(), done.stderr.decode()
        return path.read_bytes()

    return convert


@pytest.fixture(scope="module")
def word_file(executed_report: Any) -> bytes:
    return EvaluationDOCXExporter().from_notebook_node(executed_report)[0]


@pytest.fixture(scope="module")
def pages(office: Converter, word_file: bytes, pdf_reading: Any) -> Any:
    return pdf_reading.read_pages(office(word_file, "pdf"))


# --- the layout of the decree, measured on the pages that the office program makes ----------------------------------


def test_paper_and_margins(pages: Any):
    sizes = [(round(page.width), round(page.height)) for page in pages]
    assert sizes[0] == (210, 297) and (297, 210) in sizes
    for landscape, left, right in ((False, 30, 15), (True, 20, 20)):
        lying = [page for page in pages if (page.width > page.height) == landscape]
        inside = [run for page in lying for run in page.runs if 19 < run.baseline < page.height - 19]
        assert min(run.left for run in inside) == pytest.approx(left, abs=0.5)
        assert max(run.right for run in inside) <= lying[0].width - right + 0.5


def test_page_numbers_stand_in_the_middle_of_the_upper_margin_but_on_first_pages(pages: Any):
    heads = [[run for run in page.runs if run.baseline < 19] for page in pages]
    numbers = [[run for run in head if run.text.strip().isdigit()] for head in heads]
    assert [run.text.strip() for run in heads[0]] == []
    second = numbers[1]
    assert [run.text.strip() for run in second] == ["2"]
    assert second[0].centre == pytest.approx(30 + 165 / 2, abs=1) and second[0].size == 13
    firsts = [place for place, page in enumerate(pages) if "Phụ lục" in page.text and "Kèm theo" in page.text]
    assert len(firsts) == 2 and all(numbers[place] == [] for place in firsts)
    assert all("DỰ THẢO" in "".join(run.text for run in heads[place]) for place in range(1, len(pages)))


def test_the_two_heads_of_the_first_page(pages: Any):
    first = pages[0]
    country, motto = first.find("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), first.find("Độc lập - Tự do - Hạnh phúc")
    issuer = first.find("THÀNH PHỐ BẮC GIANG")
    middle = first.width / 2
    assert country.centre > middle and motto.centre == pytest.approx(country.centre, abs=1)
    assert issuer.right < middle and issuer.style == country.style == "Bold"
    assert (country.size, motto.size, issuer.size) == (12, 13, 12)
    under = first.rule_under(motto)
    assert under.length == pytest.approx(motto.right - motto.left, abs=1.5)
    assert under.left == pytest.approx(motto.left, abs=1)
    of_issuer = first.rule_under(issuer)
    assert 1 / 3 <= of_issuer.length / (issuer.right - issuer.left) <= 1 / 2
    subject = first.find("công tác giảm nghèo")
    assert 1 / 3 <= first.rule_under(subject, within=6).length / (subject.right - subject.left) <= 1 / 2
    date, symbol = first.find("Bắc Giang, ngày"), first.find("Số:")
    assert date.baseline == pytest.approx(symbol.baseline, abs=0.5)
    assert "Italic" in date.font and date.size == 13 and symbol.size == 13


def test_paragraphs_begin_with_an_indent_of_half_an_inch(pages: Any):
    line = next(page.find("Toàn thành phố có") for page in pages if "Toàn thành phố có" in page.text)
    assert line.left == pytest.approx(30 + 12.7, abs=0.5) and line.size == 14
    heading = next(page.find("1. Lãnh đạo") for page in pages if "1. Lãnh đạo" in page.text)
    assert heading.left == pytest.approx(30 + 12.7, abs=0.5) and heading.style == "Bold"


def test_numbers_of_a_total_are_bold(pages: Any):
    page = next(page for page in pages if "Phường Trần Phú" in page.text)
    (line,) = [line for line in page.lines if line.text.strip() == "Tổng số"]
    total = [run for run in page.runs if abs(run.baseline - line.baseline) < 0.2]
    assert (
        [run.text.strip() for run in total] == ["Tổng số", "0", "1"]
        and {run.style for run in total} == {"Bold"}
        and {run.size for run in total} == {11}
    )
    body = [run for run in page.runs if abs(run.baseline - page.find("Phường Trần Phú").baseline) < 0.2]
    assert len(body) == 4 and {run.style for run in body} == {"regular"}


def test_the_last_sentence_and_the_signature_stand_on_one_page(pages: Any):
    (page,) = [page for page in pages if "Nơi nhận:" in page.text]
    closing, recipients, authority = (
        page.find("Trên đây là báo cáo./."), page.find("Nơi nhận:"), page.find("TM. ỦY BAN NHÂN DÂN")
    )  # fmt: skip
    assert closing.baseline < recipients.baseline
    assert recipients.left == pytest.approx(30, abs=0.5) and recipients.size == 12
    assert authority.centre > page.width / 2
    assert page.find("Nguyễn Văn A").baseline - page.find("PHÓ CHỦ TỊCH").baseline > 25


def test_the_office_program_loses_nothing(office: Converter, word_file: bytes, pages: Any):
    shown = Counter("".join(page.text for page in pages).replace(" ", "").replace("\n", ""))
    told = Counter("".join(plain_text(word_file)).replace(" ", "").replace("\u00a0", ""))
    assert not told - shown  # heads that are repeated and page numbers come to it, nothing goes


def test_a_round_trip_through_the_office_program_keeps_the_numbers_apart(office: Converter, word_file: bytes):
    returned = office(word_file, "docx")
    read = read_numbers(returned)
    assert read.numbers and {one.state for one in read.numbers} == {NumberState.UNCHANGED}
    assert read.added_outside == () and read.missing_outside == ()


# --- the same content as the PDF, for a whole real report -----------------------------------------------------------


@pytest.fixture(scope="module")
def city(real_report: Callable[..., Any]) -> tuple[Shown, ...]:
    """The mid-term report of the city; its charts drawn without letters, which only the PDF could read."""
    drawing = '<svg xmlns="http://www.w3.org/2000/svg" width="60pt" height="20pt"><rect width="9" height="9"/></svg>'
    shown = executed.shown_blocks(real_report("bac-giang-city", "2016-2018").notebook)
    report = executed.blocks_of(shown, DocumentKind.REPORT)
    return tuple(replace(one, svg=drawing) if one.svg else one for one in report)


def as_word(shown: tuple[Shown, ...]) -> bytes:
    return word.report_docx(executed.document_of(shown), shown, typesetting.NO_DATE)


def test_a_whole_report_tells_the_words_of_its_blocks_in_their_order(city: tuple[Shown, ...]):
    told = plain_text(as_word(city))
    expected = list(expected_texts([item.block for item in city], "vi"))
    assert [text for text in map(normal, told) if text] == [text for text in map(normal, expected) if text]


def test_every_number_of_a_whole_report_is_a_control(city: tuple[Shown, ...]):
    shown = [block for block in explain_signs([item.block for item in city], "vi") if not isinstance(block, b.Chart)]
    expected = [(number.value_id, formatting.write(number, "vi")) for block in shown for number in numbers_of(block)]
    read = read_numbers(as_word(city))
    assert read.is_as_issued
    assert [(one.value_id, one.now) for one in read.numbers] == expected


def test_a_whole_report_has_the_numbers_and_words_of_its_pdf(city: tuple[Shown, ...], tmp_path: Path):
    document = executed.document_of(city)
    source = typst.report_source(document, city)
    for furniture, nothing in (("repeat: true", "repeat: false"), ("str(number)", '""')):
        assert furniture in source
        source = source.replace(furniture, nothing)  # what is printed again on each page
    printed = pdf_text(typesetting.compile_pdf(source, typesetting.NO_DATE), tmp_path)
    pages = printed.count("\f")
    told = "\n".join(plain_text(as_word(city)))
    assert Counter(NUMBER.findall(told)) == Counter(NUMBER.findall(printed))
    drafts = Counter(words(document.letterhead.draft_mark))
    in_print = Counter(words(printed))
    for one, times in drafts.items():
        in_print[one] -= times * (pages - 1)  # in the head of every page but the first, which bears it in its head
    assert Counter(words(told)) == +in_print


def expected_texts(blocks: list[Any], language: str) -> Iterator[str]:
    """The text of the document from its blocks alone, paragraph by paragraph and cell by cell."""
    for block in explain_signs(blocks, language):
        match block:
            case b.Document():
                yield from letterhead_texts(block.letterhead, language)
            case b.Heading():
                yield f"{block.number} {block.text.upper() if block.level == 1 else block.text}"
            case b.Paragraph():
                yield of_line(block.content, language)
            case b.BulletList():
                yield from (of_line(item, language) for item in block.items)
            case b.Table():
                yield from (f"{block.label} {block.title.upper()}", block.unit_line)
                spans = list(dict.fromkeys(column.span for column in block.columns if column.span))
                assert not spans or len(spans) == len({column.span for column in block.columns} - {""})
                yield from heads(block.columns)
                yield from (column.number for column in block.columns)
                yield from (of_line(cell, language) for row in block.rows for cell in row.cells)
                yield from (*(of_line(note, language) for note in block.notes), block.source)
            case b.Chart():
                yield f"{block.label}. {block.title}"
                yield from (*(of_line(note, language) for note in block.notes), block.source)
            case b.Findings():
                _, severity, kind, *rest = block.headings
                yield from (block.headings[0], f"{severity}, {kind.lower()}", *rest)
                for place, item in enumerate(block.items, 1):
                    yield from (str(place), f"{item.severity_label} {item.kind_label}", item.quote, item.message)
                    yield from (item.computed, item.where)
            case b.Signature():
                yield from (block.recipients_label, *(f"- {name}" for name in block.recipients))
                yield from (*block.authority, block.position, block.name)
            case b.Appendix():
                yield from (f"{block.number} {block.title.upper()}", block.attached_to)
            case _:
                raise AssertionError(type(block))


def heads(columns: tuple[b.Column, ...]) -> Iterator[str]:
    """Headings line by line: what several columns share stands once, above their own."""
    if any(column.span for column in columns):
        for place, column in enumerate(columns):
            if not column.span:
                yield column.heading
            elif place == 0 or columns[place - 1].span != column.span:
                yield column.span
        yield from (column.heading for column in columns if column.span)
    else:
        yield from (column.heading for column in columns)


def letterhead_texts(head: b.Letterhead, language: str) -> Iterator[str]:
    told = wording(language)
    yield from (line.upper() for line in issuer_lines(head.issuing_body))
    yield from (told.country, told.motto, f"{told.symbol_prefix} /{head.symbol}")
    yield from (f"{head.locality or DOTS}, {told.date_blank}", head.draft_mark, head.type_name, head.subject)
    (addressee,) = ended_names(head.addressees)
    yield f"{told.addressed_to} {addressee}"


def of_line(line: b.Line, language: str) -> str:
    return "".join(
        part.text if isinstance(part, b.Text) else formatting.write(part, language) + formatting.mark(part)
        for part in line
    )


def normal(text: str) -> str:
    return " ".join(text.replace("\u200b", "").split())


def words(text: str) -> list[str]:
    """Words of letters only, whole lines apart: a hyphen or a slash may end a line of the print."""
    return re.findall(r"[^\W\d_]+", text)


def pdf_text(content: bytes, folder: Path) -> str:
    path = folder / "made.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()
