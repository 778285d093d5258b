"""Tiếng Việt trong trang tiếng Anh: what is marked, what is not, and that the text stays as it was."""

from __future__ import annotations

import re

import pytest

from poverty_evaluation.evaluation.blocks import Heading, Paragraph, Text
from poverty_evaluation.presentation.html.foreign_words import with_foreign_words
from poverty_evaluation.presentation.html.report import block_html

VI = '<span lang="vi">'


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>in Bắc Giang City on</p>", f"<p>in {VI}Bắc Giang</span> City on</p>"),
        ("<p>The An Mẫu Commune</p>", f"<p>The {VI}An Mẫu</span> Commune</p>"),
        ("<p>OF BẮC GIANG CITY</p>", f"<p>OF {VI}BẮC GIANG</span> CITY</p>"),
        ("<td>Decision 59/2015/QĐ-TTg</td>", "<td>Decision 59/2015/QĐ-TTg</td>"),
        ("<dd>“83,020 triệu đồng … 41,395 đ”</dd>", f"<dd>“{VI}83,020 triệu đồng … 41,395 đ</span>”</dd>"),
        ("<p>“Merges Chợ Mẫu Ward into another”</p>", f"<p>“Merges {VI}Chợ Mẫu</span> Ward into another”</p>"),
        ('<p title="Bắc Giang">356</p>', '<p title="Bắc Giang">356</p>'),
        ("<svg><text>Bắc</text></svg><p>Bắc</p>", f"<svg><text>Bắc</text></svg><p>{VI}Bắc</span></p>"),
        ("<p>No name at all</p>", "<p>No name at all</p>"),
    ],
)  # fmt: skip
def test_names_and_quotations_are_marked(html: str, expected: str) -> None:
    marked = with_foreign_words(html, "en")
    assert marked == expected
    assert re.sub(r'<span lang="vi">|</span>', "", marked) == html


def test_a_vietnamese_page_stays_as_it_is() -> None:
    assert with_foreign_words("<p>thành phố Bắc Giang</p>", "vi") == "<p>thành phố Bắc Giang</p>"


def test_every_block_of_an_english_page_is_marked() -> None:
    assert f"{VI}Bắc Giang</span>" in block_html(Paragraph((Text("of Bắc Giang City"),)), "en")
    assert f"{VI}Bắc Giang</span>" in block_html(Heading(2, "1.", "The Red Cross of Bắc Giang City"), "en")
    assert VI not in block_html(Paragraph((Text("thành phố Bắc Giang"),)), "vi")
