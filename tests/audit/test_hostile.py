"""Văn bản ác ý: long texts of one kind end in an audit, as text and as files, and what is found lies in the text."""

import html

import docx
import pytest

from poverty_evaluation.audit.checking import audit_file, audit_text
from poverty_evaluation.vocabulary.errors import InputError

#: Stretches that make long texts of one kind, as no office writes them.
REPEATED = {
    "digits": "1234567890",
    "section numbers": "1.",
    "decimals without end": "1,",
    "single digits": "1 ",
    "digits joined by dashes": "1-",
    "digits joined by strokes": "1/2/",
    "sums without result": "1 + ",
    "products without result": "1 x ",
    "equations": "1 + 2 = 3 ",
    "spaced thousands": "12 345 ",
    "broken decimals": "208, 1 triệu ",
    "broken thousands": "12. 500 hộ ",
    "mixed separators": "1.2,3 12.50 12,500 ",
    "open brackets": "(",
    "two open brackets": "[(",
    "numbers in open brackets": "((1) ",
    "figures in open brackets": "12 (",
    "per cent signs": "%",
    "per cents": "12%, ",
    "of which": "trong đó ",
    "of which so many": "trong đó 12 hộ, ",
    "counts in one sentence": "1 hộ, ",
    "counts joined": "12 hộ và ",
    "counts of nothing": "0 hộ, ",
    "wholes and parts": "tổng số 100 hộ, gồm 50 hộ nghèo và 50 hộ cận nghèo, ",
    "parts in brackets": "12 hộ (5 hộ nghèo, 7 hộ cận nghèo), ",
    "shares": "12 hộ, chiếm 12% tổng số hộ, ",
    "changes": "giảm từ 100 hộ xuống còn 80 hộ, tăng 12% so với ",
    "stocks": "đầu năm có 100 hộ, thoát nghèo 20 hộ, phát sinh 5 hộ, cuối năm còn 85 hộ. ",
    "costs": "12 lớp với kinh phí 120 triệu đồng, bình quân 10 triệu đồng/lớp; ",
    "products": "12 hộ x 10 kg = 120 kg, mỗi hộ 10 kg, ",
    "areas": "dài 12 m, rộng 5 m, diện tích 60 m2, ",
    "amounts": "1 tỷ ",
    "days": "từ ngày 1/1/2018 đến thứ hai ngày 2/1/2018, ",
    "years": "năm 2018 ",
    "and": "và ",
    "and without spaces": "và",
    "numbers in words": "hai mươi lăm ",
    "digits and words": "25 (hai mươi lăm) ",
    "named wards": "5 xã gồm A, B, C; ",
    "persons": "ông Nguyễn Văn A, ",
    "spaces": " ",
    "ends of lines": " \n",
    "one word": "ạ",
    "dots": "…",
    "marks above nothing": "a\u0301\u0302",
    "written from right to left": "\u202e1 ",
    "list lines": "- Xã A: 12 hộ nghèo;\n",
    "nested list lines": "- a:\n+ b: 12 hộ\n",
    "equal headings": "1. Kết quả\n",
    "headings with a sentence": "1. Kết quả\n\nCó 12 hộ nghèo năm 2018.\n\n",
    "equal paragraphs": "Năm 2018 toàn huyện có 120 hộ nghèo, giảm 30 hộ so với năm 2017, chiếm 12% tổng số hộ.\n\n",
    "equal sentences": "Năm 2018 toàn huyện có 120 hộ nghèo, giảm 30 hộ so với năm 2017. ",
    "equal activities": "Tổ chức 12 lớp tập huấn cho 350 người, kinh phí 45 triệu đồng.\n\n",
    "rows of totals": "| Tổng cộng | 12 |\n| Xã A | 5 |\n",
    "cells": "12\t13\t14\t39\n",
}

LENGTH = 4_000
LONG = 120_000
#: Kinds without figures are cheap: they are tried long.
WITHOUT_FIGURES = [kind for kind, part in REPEATED.items() if not any(char.isdecimal() for char in part)]


def repeated(kind: str, length: int) -> str:
    part = REPEATED[kind]
    return part * (length // len(part))


def list_of(lines: int) -> str:
    """A list whose lines all differ."""
    items = "".join(f"- Xã số {at}: {at % 97} hộ nghèo, chiếm {at % 89}%;\n" for at in range(lines))
    return f"Toàn huyện có 100 hộ nghèo, trong đó:\n{items}"


def table_of(rows: int) -> str:
    """A table with a column that is the sum of the others."""
    body = "".join(f"| Xã {at} | {3 * at} | {at} | {at} | {at} |\n" for at in range(rows))
    return f"| Xã | Tổng | Nghèo | Cận nghèo | Khác |\n|---|---|---|---|---|\n{body}"


def sections_of(count: int) -> str:
    """Numbered sections whose paragraphs tell much the same with other figures."""
    return "".join(
        f"{at}. Kết quả năm {1900 + at % 150}\n\nNăm {1900 + at % 150} xã A có {at + 10} hộ nghèo, giảm {at % 31} hộ "
        f"so với năm {1899 + at % 150}, chiếm {at % 90}%; kinh phí {at + 3} triệu đồng.\n\n"
        for at in range(1, count + 1)
    )


def in_one_paragraph(text: str) -> str:
    return " ".join(text.split()).replace(". ", ", ")


def check(result, text: str) -> None:
    """Every finding lies in the text, and no more is found than one for every ten letters."""
    assert result.figures_read <= len(text)
    assert len(result.findings) <= len(text) / 10
    for finding in result.findings:
        assert 0 <= finding.start < finding.end <= len(text)
        assert len(finding.quote) < 20_000


@pytest.mark.parametrize("kind", REPEATED)
def test_a_stretch_again_and_again(kind):
    text = repeated(kind, LENGTH)
    check(audit_text(text), text)


@pytest.mark.parametrize("kind", WITHOUT_FIGURES)
def test_a_long_text_without_figures(kind):
    result = audit_text(repeated(kind, LONG))
    assert result.figures_read == 0
    assert not result.contradicts


@pytest.mark.parametrize(
    "text",
    [
        list_of(400),
        table_of(200),
        sections_of(100),
        in_one_paragraph(sections_of(100)),
        "(" * 20_000 + "12 hộ" + ")" * 20_000,
        "(1 hộ " * 500 + ")" * 500,
        "Có 12 (" + "mười " * 10_000 + ") hộ.",
        "9" * 300_000 + " hộ",
        "5 xã: " + "Hòa Bình, " * 5_000,
        "a" * 150_000 + " 12 hộ " + "b" * 150_000,
        "Có 12 hộ." + " " * 300_000 + "Có 13 hộ.",
    ],
    ids=["list", "table", "sections", "paragraph", "brackets", "open", "words", "digits", "names", "word", "spaces"],
)
def test_long_texts_of_several_kinds(text):
    check(audit_text(text), text)


def test_a_sentence_of_many_figures_is_read_up_to_a_bound():
    assert audit_text("1 hộ, " * 1_000).figures_read == 1_000
    assert audit_text("1-" * 20_000).figures_read <= 5_000


def test_a_run_of_digits_longer_than_any_number_is_no_figure():
    assert audit_text("1234567890" * 20_000).figures_read == 0


@pytest.mark.parametrize(
    "kind", ["counts in one sentence", "list lines", "open brackets", "equal paragraphs", "spaces"]
)
def test_the_same_as_files(tmp_path, kind):
    text = repeated(kind, LENGTH)
    plain, page, written = (tmp_path / f"a.{ending}" for ending in ("txt", "html", "docx"))
    plain.write_text(text, encoding="utf-8")
    page.write_text(f'<!DOCTYPE html><meta charset="utf-8"><body><p>{html.escape(text)}</p>', encoding="utf-8")
    document = docx.Document()
    for line in text.split("\n")[:200]:
        document.add_paragraph(line)
    document.save(str(written))
    for path in (plain, page, written):
        try:
            result = audit_file(path)
        except InputError:
            assert not text.strip(), path
        else:
            assert bool(result.figures_read) == any(char.isdecimal() for char in text)


def test_a_page_of_many_cells(tmp_path):
    path = tmp_path / "a.html"
    rows = "".join(f"<tr><td>Xã {at}<td>{at}<td>{at}<td>{2 * at}" for at in range(300))
    path.write_text(f'<!DOCTYPE html><meta charset="utf-8"><table>{rows}</table>', encoding="utf-8")
    assert audit_file(path).figures_read >= 900
