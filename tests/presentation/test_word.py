"""Tệp Word của báo cáo: what is inside the file, by the names Word and other programs know it under."""

from __future__ import annotations

import base64
import io
import re
import subprocess
import sys
import zipfile
from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import nbformat
import pytest
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from lxml import etree

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.executed import UnreadableBlock
from poverty_evaluation.presentation.exporters import EvaluationDOCXExporter
from poverty_evaluation.presentation.letters import balanced_mm, line_mm
from poverty_evaluation.presentation.pictures import MissingAlternative
from poverty_evaluation.presentation.signs import explain_signs, numbers_of
from poverty_evaluation.presentation.word.pictures import fitted_mm, pixels
from poverty_evaluation.presentation.word.reading import plain_text, read_numbers
from poverty_evaluation.presentation.word.xml import NAMESPACES as NS

W = f"{{{NS['w']}}}"
#: The order in which the schema of WordprocessingML wants the elements that we write; Word refuses any other.
ORDERS = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs spacing ind jc outlineLvl rPr "
    "sectPr",
    "rPr": "rStyle rFonts b bCs i iCs color sz szCs u vertAlign lang",
    "tblPr": "tblStyle tblW jc tblInd tblBorders tblLayout tblCellMar tblLook tblCaption",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sdtPr": "rPr alias tag id showingPlcHdr text",
    "sectPr": "headerReference footerReference type pgSz pgMar pgNumType cols titlePg",
    "style": "name basedOn next uiPriority semiHidden qFormat pPr rPr tblPr",
    "settings": "zoom defaultTabStop autoHyphenation characterSpacingControl compat themeFontLang decimalSymbol "
    "listSeparator",
}


def word_of(notebook: Any, document: str = "report") -> bytes:
    return EvaluationDOCXExporter(document=document).from_notebook_node(notebook)[0]


def parts_of(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def main_of(content: bytes) -> Any:
    return etree.fromstring(parts_of(content)["word/document.xml"])


def style_of(paragraph: Any) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else str(found.get(W + "val"))


def keeps(style: Any) -> bool:
    """Whether a style or one it is based on stays with the next paragraph."""
    while style is not None:
        if style.paragraph_format.keep_with_next is not None:
            return bool(style.paragraph_format.keep_with_next)
        style = style.base_style
    return False


@pytest.fixture(scope="module")
def made(executed_report: Any) -> bytes:
    before = deepcopy(executed_report)
    content = word_of(executed_report)
    assert executed_report == before
    return content


def test_an_independent_reader_finds_title_date_and_language(made: bytes):
    document = docx.Document(io.BytesIO(made))
    assert document.core_properties.title == "Báo cáo giảm nghèo <b>"
    assert str(document.core_properties.created).startswith("2018-12-31")
    assert document.core_properties.language == "vi-VN"
    languages = {one.get(W + "val") for one in document.styles.element.iter(W + "lang")}
    assert languages == {"vi-VN"}


def test_headings_captions_and_lists_have_the_styles_word_navigates_by(made: bytes):
    document = docx.Document(io.BytesIO(made))
    found: dict[str, list[str]] = {}
    for paragraph in document.paragraphs:
        found.setdefault(paragraph.style.name, []).append(paragraph.text)
    assert found["Heading 1"] == ["I. CÔNG TÁC CHỈ ĐẠO", "II. KẾT QUẢ"]
    assert found["Heading 2"] == ["1. Lãnh đạo, chỉ đạo"]
    assert found["Heading 3"] == ["a) Tuyên truyền"]
    assert found["Title"] == ["BÁO CÁO"]
    assert found["Trích yếu"] == ["Kết quả thực hiện công tác giảm nghèo"]
    assert found["Căn cứ"] == ["Căn cứ Quyết định số 1722/QĐ-TTg;"]
    assert "Biểu số 01\nKẾT QUẢ RÀ SOÁT HỘ NGHÈO" in found["Caption"]
    assert found["List Bullet"][0] == "Hội Liên hiệp Phụ nữ"
    assert found["Phụ lục"] == ["Phụ lục I\nBIỂU CHI TIẾT", "Phụ lục II\nDANH MỤC"]
    assert document.styles["Phụ lục"].base_style.name == "Heading 1"
    assert document.styles["Căn cứ"].font.italic and not document.styles["Body Text"].font.italic


def test_fonts_and_paragraphs_of_the_decree(made: bytes):
    document = docx.Document(io.BytesIO(made))
    fonts = {one.get(W + "ascii") for one in document.styles.element.iter(W + "rFonts")}
    assert fonts == {"Times New Roman"}
    default = document.styles.element.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}sz")
    assert default is not None and default.get(W + "val") == "28"
    assert document.styles.element.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr/{W}widowControl") is not None
    body = document.styles["Body Text"].paragraph_format
    assert body.first_line_indent.cm == pytest.approx(1.27, abs=0.01)
    assert body.space_after.pt >= 6 and str(body.alignment).startswith("JUSTIFY")
    for name in ("Heading 1", "Heading 2", "Heading 3", "Caption", "Closing"):
        assert document.styles[name].paragraph_format.keep_with_next


def test_parts_are_sections_with_their_own_paper_and_page_numbers(made: bytes):
    document = docx.Document(io.BytesIO(made))
    report, first, second = document.sections
    assert [round(edge.mm) for edge in (report.top_margin, report.bottom_margin)] == [20, 20]
    assert [round(edge.mm) for edge in (report.left_margin, report.right_margin)] == [30, 15]
    assert (round(report.page_width.mm), round(report.page_height.mm)) == (210, 297)
    assert first.orientation == WD_ORIENT.LANDSCAPE and round(first.page_width.mm) == 297
    assert second.orientation == WD_ORIENT.PORTRAIT and round(second.left_margin.mm) == 30
    for section in document.sections:
        assert section.different_first_page_header_footer
        assert section._sectPr.find(W + "pgNumType").get(W + "start") == "1"
        assert "PAGE" in etree.tostring(section.header._element).decode()
        assert "PAGE" not in etree.tostring(section.first_page_header._element).decode()
        assert "DỰ THẢO" in section.header.paragraphs[0].text
    assert report.first_page_header.paragraphs[0].text == ""
    assert "DỰ THẢO" in first.first_page_header.paragraphs[0].text


def test_a_table_too_wide_for_an_upright_page_stands_on_a_turned_one(builders: Any):
    wide = [b.Column(f"Nghiêng{place}", "right") for place in range(14)]
    row = b.Row(tuple(builders.text("1.234.567") for _ in wide))
    table = b.Table("wide", "Biểu số 09", "Bảng rộng", "", tuple(wide), (row,), "")
    head, more = b.Heading(1, "III.", "Bảng"), b.Paragraph(builders.text("Sau bảng."))
    notebook = builders.notebook_of([*builders.report()[:6], head, table, table, more, builders.report()[-4], table])
    document = docx.Document(io.BytesIO(word_of(notebook)))
    orientations = [section.orientation for section in document.sections]
    portrait, landscape = WD_ORIENT.PORTRAIT, WD_ORIENT.LANDSCAPE
    assert orientations == [portrait, landscape, portrait, landscape]
    restarts = [section._sectPr.find(W + "pgNumType") is not None for section in document.sections]
    assert restarts == [section.different_first_page_header_footer for section in document.sections]
    assert restarts == [True, False, False, True]
    texts = [paragraph.text for paragraph in document.paragraphs]
    children = list(main_of(word_of(notebook)).find(W + "body"))
    ends = [place for place, one in enumerate(children) if one.find(f"{W}pPr/{W}sectPr") is not None]
    assert [texts.count(text) for text in ("III. BẢNG", "Sau bảng.")] == [1, 1]
    assert "".join(children[ends[0] + 1].itertext()) == "III. BẢNG"
    assert "".join(children[ends[1] + 1].itertext()) == "Sau bảng."


def test_tables_are_real_tables(made: bytes, builders: Any):
    tables = [one for one in main_of(made).iter(W + "tbl") if one.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None]
    assert len(tables) == 3  # two tables and the findings
    for one in tables:
        assert one.find(f"{W}tblPr/{W}tblLayout").get(W + "type") == "fixed"
        rows = one.findall(W + "tr")
        assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
        widths = [int(column.get(W + "w")) for column in one.find(W + "tblGrid")]
        for row in rows:
            cells = row.findall(W + "tc")
            across = [
                int(span[0].get(W + "val")) if (span := cell.findall(f"{W}tcPr/{W}gridSpan")) else 1 for cell in cells
            ]
            assert sum(across) == len(widths)
            assert sum(int(cell.find(f"{W}tcPr/{W}tcW").get(W + "w")) for cell in cells) == sum(widths)
    small, wide = tables[0], tables[2]
    assert sum(int(column.get(W + "w")) for column in small.find(W + "tblGrid")) == pytest.approx(165 * 56.7, abs=20)
    assert sum(int(column.get(W + "w")) for column in wide.find(W + "tblGrid")) == pytest.approx(257 * 56.7, abs=20)
    heads = [row for row in wide.findall(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
    assert len(heads) == 3  # two lines of headings and the numbers of columns
    assert ["".join(cell.itertext()) for cell in heads[2].findall(W + "tc")][:3] == ["(A)", "(B)", "(1)"]
    merged = [one.get(W + "val") for one in heads[0].iter(W + "vMerge")]
    assert merged == ["restart"] * 4 and len(list(heads[1].iter(W + "vMerge"))) == 4


def test_a_caption_stays_with_its_table_and_the_last_sentence_with_the_signature(made: bytes):
    children = list(main_of(made).find(W + "body"))
    styles = docx.Document(io.BytesIO(made)).styles
    keeping = {one.style_id for one in styles if one.type == WD_STYLE_TYPE.PARAGRAPH and keeps(one)}
    captions = [one for one in children if style_of(one) == "Caption"]
    assert len(captions) == 2
    for caption in captions:
        unit, table = caption.getnext(), caption.getnext().getnext()
        assert style_of(unit) in keeping and table.tag == W + "tbl"
        heads = [row for row in table.findall(W + "tr") if row.find(f"{W}trPr/{W}tblHeader") is not None]
        first = table.findall(W + "tr")[len(heads)]
        assert all(style_of(one) in keeping for row in heads for one in row.iter(W + "p"))
        assert all(one.find(f"{W}pPr/{W}keepNext") is not None for one in first.iter(W + "p"))
    closing = next(one for one in children if style_of(one) == "Closing")
    room, table = closing.getnext(), closing.getnext().getnext()
    assert room.find(f"{W}pPr/{W}keepNext") is not None
    assert "TM. ỦY BAN NHÂN DÂN" in "".join(table.itertext()) and "Nơi nhận:" in "".join(table.itertext())


def test_pictures_say_what_they_show(made: bytes, builders: Any):
    described = [one.get("descr") for one in main_of(made).iter(f"{{{NS['wp']}}}docPr")]
    assert described == ["Hộ nghèo của sáu phường, xã; nhiều nhất ở Xã Tân Mỹ.", "Hộ nghèo giảm."]
    pictures = [content for name, content in parts_of(made).items() if name.startswith("word/media/")]
    assert len(pictures) == 2 and all(content.startswith(b"\x89PNG") for content in pictures)
    assert all(int.from_bytes(content[16:20], "big") == pytest.approx(165 / 25.4 * 200, abs=3) for content in pictures)
    notebook = builders.notebook_of([builders.document(), builders.bars()])
    chart = notebook.cells[-1].outputs[0].data[b.BLOCK_MIME]["block"]
    chart["alternative"] = "Biểu đồ"
    with pytest.raises(MissingAlternative):
        word_of(notebook)


def test_every_number_is_a_control_named_by_its_value(made: bytes, executed_report: Any, builders: Any):
    shown = [block for block in explain_signs(builders.report(), "vi") if not isinstance(block, b.Chart)]
    expected = [number.value_id for block in shown for number in numbers_of(block)]
    controls = list(main_of(made).iter(W + "sdt"))
    assert [one.find(f"{W}sdtPr/{W}tag").get(W + "val") for one in controls] == expected
    identities = [one.find(f"{W}sdtPr/{W}id").get(W + "val") for one in controls]
    assert len(set(identities)) == len(identities)
    titles = [one.find(f"{W}sdtPr/{W}alias").get(W + "val") for one in controls]
    assert titles[0] == "Số hộ nghèo" and all(0 < len(title) <= 64 for title in titles)
    assert titles[1].startswith("Tỷ lệ hộ nghèo </script>") and titles[1].endswith("…")


def test_the_elements_stand_in_the_order_of_the_schema(made: bytes):
    for name, content in parts_of(made).items():
        if not name.startswith("word/") or not name.endswith(".xml"):
            continue
        for element in etree.fromstring(content).iter():
            order = ORDERS.get(etree.QName(element).localname)
            if order and element.tag.startswith(W):
                found = [etree.QName(child).localname for child in element]
                places = [order.split().index(child) for child in found]
                assert places == sorted(places), (name, element.tag, found)
    for cell in main_of(made).iter(W + "tc"):
        assert cell[-1].tag == W + "p"  # Word calls a file damaged whose cell does not end with a paragraph


def test_styles_that_are_used_are_there_and_relations_lead_to_parts(made: bytes):
    parts = parts_of(made)
    known = {one.get(W + "styleId") for one in etree.fromstring(parts["word/styles.xml"]).iter(W + "style")}
    for name, content in parts.items():
        if name.startswith("word/") and name.endswith(".xml"):
            root = etree.fromstring(content)
            for kind in ("pStyle", "rStyle", "tblStyle", "basedOn", "next"):
                assert {one.get(W + "val") for one in root.iter(W + kind)} <= known
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {one.get("Id"): one.get("Target") for one in relations}
    used = set(re.findall(r'r:(?:id|embed)="([^"]+)"', parts["word/document.xml"].decode()))
    assert used and used <= targets.keys()
    for target in targets.values():
        assert (target.removeprefix("../") if target.startswith("../") else f"word/{target}") in parts


def test_the_same_notebook_gives_the_same_bytes_with_fixed_dates(made: bytes, executed_report: Any):
    assert word_of(executed_report) == made
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.testzip() is None


def test_text_from_outside_never_breaks_the_file(builders: Any):
    wild = "a\x00\x0b\x1b\ud800b ]]> <w:p> & \" ' 😀 日 \ufffe\r\nc\td"
    notebook = builders.notebook_of([builders.document(), b.Heading(1, "I.", "Một"), b.Paragraph(builders.text("x"))])
    for cell in notebook.cells[1:]:
        block = cell.outputs[0].data[b.BLOCK_MIME]["block"]
        if block["type"] == "Paragraph":
            block["content"][0]["text"] = wild
    paragraphs = plain_text(word_of(notebook))
    assert "ab ]]> <w:p> & \" ' 😀 日  c    d" in paragraphs
    assert docx.Document(io.BytesIO(word_of(notebook))).paragraphs


def test_the_older_rules(builders: Any):
    notebook = builders.notebook_of([builders.document(style_profile="tt-01-2011"), *builders.report()[1:]])
    document = docx.Document(io.BytesIO(word_of(notebook)))
    basis = next(one for one in document.paragraphs if one.text.startswith("Căn cứ Quyết định"))
    assert basis.style.name == "Body Text"
    section = document.sections[0]
    assert "PAGE" in etree.tostring(section.footer._element).decode()
    assert "PAGE" not in etree.tostring(section.header._element).decode()
    assert "PAGE" not in etree.tostring(section.first_page_footer._element).decode()


def test_invented_data_are_marked_in_the_foot_of_every_page(builders: Any):
    head = builders.letterhead(invented_mark="DỮ LIỆU GIẢ ĐỊNH", draft_mark="")
    notebook = builders.notebook_of([builders.document(letterhead=head), *builders.report()[1:]])
    for section in docx.Document(io.BytesIO(word_of(notebook))).sections:
        for foot in (section.footer, section.first_page_footer):
            assert foot.paragraphs[0].text.strip() == "DỮ LIỆU GIẢ ĐỊNH"
        assert "DỰ THẢO" not in section.header.paragraphs[0].text


def test_the_letterhead_leaves_blanks_where_nothing_is_known(builders: Any):
    head = builders.letterhead(symbol="", locality="", issuing_body="", addressees=("Sở Nội vụ",))
    texts = plain_text(word_of(builders.notebook_of([builders.document(letterhead=head)])))
    assert "…………………" in texts
    assert any(re.fullmatch(r"Số:\s+/…+", text) for text in texts)
    assert any(text.startswith("…………………, ngày …") for text in texts)
    assert "Kính gửi: Sở Nội vụ." in texts
    several = plain_text(word_of(builders.notebook_of(builders.report())))
    place = several.index("Kính gửi:")
    assert several[place + 1 : place + 3] == [
        "- Ủy ban nhân dân tỉnh Bắc Giang;",
        "- Sở Lao động - Thương binh và Xã hội.",
    ]


def test_the_rule_is_as_long_as_the_motto(made: bytes):
    root = main_of(made)
    motto = next(one for one in root.iter(W + "p") if "".join(one.itertext()) == "Độc lập - Tự do - Hạnh phúc")
    indent = motto.getnext().find(f"{W}pPr/{W}ind")
    room = int(motto.getparent().find(f"{W}tcPr/{W}tcW").get(W + "w"))
    length = (room - int(indent.get(W + "left")) - int(indent.get(W + "right"))) / 56.693
    assert length == pytest.approx(line_mm("Độc lập - Tự do - Hạnh phúc", 13, bold=True), abs=0.1)
    assert 55 < length < 57


def test_lines_of_a_subject_are_balanced():
    text = "Kết quả thực hiện công tác giảm nghèo năm hai nghìn không trăm hai mươi hai của thành phố"
    width = balanced_mm(text, 14, True, 145.0)
    assert line_mm(text, 14, bold=True) / 2 < width < 145.0
    assert balanced_mm("", 14, True, 145.0) < 1


def test_english(builders: Any):
    content = word_of(builders.notebook_of(builders.report("en"), "en"))
    document = docx.Document(io.BytesIO(content))
    assert {one.get(W + "val") for one in document.styles.element.iter(W + "lang")} == {"en-GB"}
    assert "Legal basis" in [style.name for style in document.styles]
    assert any("at least VND 802.8 million" in text for text in plain_text(content))


def test_each_document_of_a_notebook_is_written_alone(builders: Any):
    head = builders.letterhead(type_name="PHIẾU RÀ SOÁT SỐ LIỆU", is_numbered=False)
    paper = builders.document(kind=b.DocumentKind.WORKING_PAPER, letterhead=head, values=(), title="Phiếu")
    notebook = builders.notebook_of([*builders.report(), paper, b.Paragraph(builders.text("Đề nghị kiểm tra."))])
    texts = plain_text(word_of(notebook, "working_paper"))
    assert "PHIẾU RÀ SOÁT SỐ LIỆU" in texts and "Đề nghị kiểm tra." in texts
    assert not any(text.startswith("Số:") for text in texts)
    assert word_of(notebook) == word_of(builders.notebook_of(builders.report()))
    with pytest.raises(UnreadableBlock, match="no working_paper"):
        word_of(builders.notebook_of(builders.report()), "working_paper")


def test_rows_of_a_wrong_length_are_refused(builders: Any):
    table = builders.table()
    notebook = builders.notebook_of([builders.document(), replace(table, rows=(b.Row((builders.text("x"),)),))][:1])
    broken = b.block_to_plain(replace(table, rows=(b.Row((builders.text("x"),)),)))
    data = {b.BLOCK_MIME: {"schema": b.BLOCK_SCHEMA, "block": broken}}
    output = nbformat.v4.new_output("display_data", data)
    notebook.cells.append(nbformat.v4.new_code_cell("", outputs=[output]))
    with pytest.raises(ValueError, match="1 cells in a table of 4"):
        word_of(notebook)


def test_an_ordinary_notebook(ordinary_notebook: Any):
    content = word_of(ordinary_notebook)
    assert content == word_of(ordinary_notebook)
    document = docx.Document(io.BytesIO(content))
    assert document.core_properties.title == "Sổ tay của người khác"
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs}
    assert styles["Sổ tay của người khác"] == "Heading 1" and styles["Mục nhảy bậc"] == "Heading 2"
    assert styles["một"] == "List Bullet" and styles["trích"] == "Quote"
    texts = "\n".join(plain_text(content))
    assert "Xin chào <b>đỏ" in texts and "$x^2$" in texts and "日本" in texts and "ValueError: sai" in texts
    assert (
        "alert(" not in texts.replace("javascript:alert", "")
        and "x.invalid" not in parts_of(content)["word/_rels/document.xml.rels"].decode()
    )
    assert [link.address for one in document.paragraphs for link in one.hyperlinks] == ["https://example.org"]
    described = [one.get("descr") for one in main_of(content).iter(f"{{{NS['wp']}}}docPr")]
    assert described == ["Hình do ô lệnh số 1 vẽ ra, mục “Mục nhảy bậc”", "Một hình chữ nhật"]
    frame = document.tables[1]
    assert [[cell.text for cell in row.cells] for row in frame.rows] == [["", "hộ"], ["Xã", "5"], ["Xã", "6"]]
    assert read_numbers(content).is_as_issued


def test_an_empty_notebook():
    assert docx.Document(io.BytesIO(word_of(nbformat.v4.new_notebook()))).paragraphs == []


def test_nbconvert_by_hand_gives_the_same_file(executed_report: Any, made: bytes, tmp_path: Path):
    path = tmp_path / "03_report.ipynb"
    nbformat.write(executed_report, path)
    command = [sys.executable, "-m", "nbconvert", "--to", "evaluation-docx", str(path)]
    subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert (tmp_path / "03_report.docx").read_bytes() == made


def test_pictures_keep_their_shape_and_the_page(builders: Any):
    from PIL import Image

    def encoded(kind: str, size: tuple[int, int]) -> bytes:
        target = io.BytesIO()
        Image.new("RGB", size, "navy").save(target, kind)
        return target.getvalue()

    jpeg, png = encoded("JPEG", (300, 200)), encoded("PNG", (40, 400))
    assert pixels(jpeg) == (300, 200) and pixels(png) == (40, 400)
    assert fitted_mm(jpeg, 150.0, 200.0) == pytest.approx((150.0, 100.0))
    assert fitted_mm(png, 150.0, 200.0) == pytest.approx((20.0, 200.0))
    for other in (b"", b"GIF89a", b"\xff\xd8\xff", jpeg[:30]):
        with pytest.raises(ValueError, match="neither a PNG nor a JPEG"):
            pixels(other)
    data = {"image/jpeg": base64.b64encode(jpeg).decode()}
    output = nbformat.v4.new_output("display_data", data)
    content = word_of(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("", outputs=[output])]))
    assert parts_of(content)["word/media/image1.jpeg"] == jpeg
    extent = next(main_of(content).iter(f"{{{NS['wp']}}}extent"))
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(1.5, abs=0.01)
