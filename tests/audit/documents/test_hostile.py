"""Tệp ác ý: megabytes of anything end in a reading or a refusal, never in a run that does not end."""

from __future__ import annotations

import io
import zipfile

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.documents.docx import docx_source
from poverty_evaluation.audit.documents.html import html_source
from poverty_evaluation.audit.documents.source import SourceText
from poverty_evaluation.vocabulary.errors import InputError

MANY = 200_000


@pytest.mark.parametrize(
    "part",
    [
        "9",
        "hộ nghèo ",
        "(",
        "((1) ",
        "- ",
        "- a\n",
        "1. ",
        "1.1.1.1.",
        "I. ",
        "* ",
        "**",
        "*a* ",
        "| ",
        "|a|b|\n",
        "\t",
        "a\tb\n",
        ": - a; ",
        "; 1. A: 2. B",
        ". a) b",
        "…",
        "....... 1\n",
        "\f",
        "\n\n",
        "a:\n1. b:\n",
        "(\na\n",
        "a\nb ",
        "# ",
        "\\*",
        "+--+\n",
        "│",
        "Mục 1 ",
        "_",
        "phần thứ ",
        " \n",
        "\u0301",
        "\u00a0",
        "a,\n",
    ],
)
def test_a_long_text_of_anything_is_read(part: str) -> None:
    source = plain_source(part * (MANY // len(part)))
    check(source)


def check(source: SourceText) -> None:
    at = 0
    for place, block in enumerate(source.blocks):
        assert at <= block.start <= block.end <= len(source.text)
        assert block.parent is None or block.parent < place
        at = block.end


@pytest.mark.parametrize("depth", [100, 5_000, 100_000])
@pytest.mark.parametrize("tag", ["div", "ul><li", "table><tr><td", "b", "p"])
def test_deeply_nested_pages_are_read_or_refused(tag: str, depth: int) -> None:
    page = f"<html><body><p>Có 35 hộ nghèo.</p>{f'<{tag}>' * depth}Kinh phí 20 triệu đồng."
    try:
        source = html_source(page.encode(), "a.html")
    except InputError:
        assert depth > 1000
    else:
        assert source.text.startswith("Có 35 hộ nghèo.") and "Kinh phí 20 triệu đồng." in source.text
        check(source)


@pytest.mark.parametrize(
    "part",
    [
        "<td rowspan=2000 colspan=200>1",
        "<tr><td rowspan=2000 colspan=200>1",
        "<br>",
        "<li>1",
        "<b>1</b> ",
        "&#48;",
        "<p>1",
        "<!--",
    ],
)
def test_long_pages_of_anything_are_read(part: str) -> None:
    check(html_source(f"<html><body><table><tr>{part * (MANY // len(part))}</table>".encode(), "a.html"))


def test_deeply_nested_word_files_are_read_or_refused() -> None:
    namespace = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    for depth in (50, 100_000):
        inner = "<w:sdt><w:sdtContent>" * depth + "<w:p/>" + "</w:sdtContent></w:sdt>" * depth
        data = io.BytesIO()
        words = "<w:p><w:r><w:t>Có 35 hộ</w:t></w:r></w:p>"
        with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
            body = f"<w:body>{words}{inner}</w:body>"
            archive.writestr("word/document.xml", f"<w:document {namespace}>{body}</w:document>")
        if depth < 100:
            assert docx_source(data.getvalue(), "a.docx").text == "Có 35 hộ\n"
        else:
            with pytest.raises(InputError, match="hỏng"):
                docx_source(data.getvalue(), "a.docx")
