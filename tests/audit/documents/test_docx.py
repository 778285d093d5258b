"""Tệp Word: automatic numbers, tracked changes, merged cells and notes are read as they would be printed."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from poverty_evaluation.audit.documents.docx import docx_source
from poverty_evaluation.audit.documents.source import BlockKind, SourceText
from poverty_evaluation.vocabulary.errors import InputError

NAMESPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
COMPATIBLE = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def package(body: str, **parts: str) -> bytes:
    """A .docx file with this body and further parts."""
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"<w:document {NAMESPACE} {COMPATIBLE}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return data.getvalue()


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{words if words.startswith('<') else run(words)}</w:p>"


def words(source: SourceText) -> list[str]:
    return [source.text[block.start : block.end] for block in source.blocks]


def read(body: str, **parts: str) -> SourceText:
    return docx_source(package(body, **parts), "a.docx")


def in_list(num: int, level: int = 0) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def numbering(*levels: tuple[str, str], overrides: str = "") -> str:
    defined = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(levels)
    )
    return (
        f'<w:numbering {NAMESPACE}><w:abstractNum w:abstractNumId="7">{defined}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
        f'<w:num w:numId="2"><w:abstractNumId w:val="7"/>{overrides}</w:num></w:numbering>'
    )


def test_automatic_numbers_are_markers() -> None:
    body = "".join(
        paragraph(text, in_list(1, level))
        for text, level in (
            ("KẾT QUẢ THỰC HIỆN", 0), ("Hỗ trợ nhà ở", 1), ("Hỗ trợ vay vốn", 1), ("Vay mới", 2),
            ("Hộ nghèo: 11 hộ", 3), ("Hộ cận nghèo: 18 hộ", 3), ("ĐÁNH GIÁ", 0), ("Kết quả đạt được", 1),
        )
    )  # fmt: skip
    source = read(
        body, numbering=numbering(("upperRoman", "%1."), ("decimal", "%2."), ("decimal", "%2.%3."), ("bullet", "-"))
    )
    texts = words(source)
    assert [
        (block.kind.value, block.marker, text, None if block.parent is None else texts[block.parent])
        for block, text in zip(source.blocks, texts, strict=True)
    ] == [
        ("heading", "I.", "KẾT QUẢ THỰC HIỆN", None),
        ("heading", "1.", "Hỗ trợ nhà ở", "KẾT QUẢ THỰC HIỆN"),
        ("heading", "2.", "Hỗ trợ vay vốn", "KẾT QUẢ THỰC HIỆN"),
        ("heading", "2.1.", "Vay mới", "Hỗ trợ vay vốn"),
        ("item", "-", "Hộ nghèo: 11 hộ", "Vay mới"),
        ("item", "-", "Hộ cận nghèo: 18 hộ", "Vay mới"),
        ("heading", "II.", "ĐÁNH GIÁ", None),
        ("heading", "1.", "Kết quả đạt được", "ĐÁNH GIÁ"),
    ]


def test_a_list_may_begin_anew() -> None:
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = "".join(paragraph(f"Ý {at}", in_list(num)) for at, num in enumerate((1, 1, 2, 2)))
    source = read(body, numbering=numbering(("lowerLetter", "%1)"), overrides=start))
    assert [block.marker for block in source.blocks] == ["a)", "b)", "e)", "f)"]


def test_a_mark_typed_again_by_hand_is_not_doubled() -> None:
    body = (
        paragraph("+ Hộ nghèo: 11 hộ", in_list(1)) + paragraph("", in_list(1)) + paragraph("Hộ cận nghèo", in_list(1))
    )
    source = read(body, numbering=numbering(("bullet", "\uf0b7")))
    assert [(block.marker, text) for block, text in zip(source.blocks, words(source), strict=True)] == [
        ("+", "Hộ nghèo: 11 hộ"), ("•", "Hộ cận nghèo"),
    ]  # fmt: skip


def test_headings_are_known_by_style_and_outline() -> None:
    styles = (
        f'<w:styles {NAMESPACE}><w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="Mine"><w:name w:val="Mục của tôi"/><w:basedOn w:val="H1"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style></w:styles>'
    )
    body = (
        paragraph("Mở đầu 1", '<w:pStyle w:val="T1"/>') + paragraph("Kết quả", '<w:pStyle w:val="Mine"/>')
        + paragraph("Vay vốn", '<w:outlineLvl w:val="1"/>') + paragraph("Đã cho vay 35 hộ.")
        + paragraph("Đánh giá", '<w:pStyle w:val="H1"/>')
    )  # fmt: skip
    source = read(body, styles=styles)
    assert [(block.kind, block.parent) for block in source.blocks] == [
        (BlockKind.HEADING, None), (BlockKind.HEADING, 0), (BlockKind.PARAGRAPH, 1), (BlockKind.HEADING, None),
    ]  # fmt: skip


def test_what_was_inserted_counts_and_what_was_deleted_does_not() -> None:
    gone = "<w:del><w:r><w:delText>11</w:delText></w:r></w:del>"
    moved = f"<w:moveFrom>{run('99')}</w:moveFrom><w:moveTo>{run(' hộ')}</w:moveTo>"
    marked = f"<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>{run('Kinh phí 20 ')}</w:p>"
    body = paragraph(f"{run('Có ')}{gone}<w:ins>{run('35')}</w:ins>{moved}") + marked + paragraph("triệu đồng.")
    assert words(read(body)) == ["Có 35 hộ", "Kinh phí 20 triệu đồng."]


def test_text_in_controls_boxes_and_breaks_is_read_and_hidden_text_is_not() -> None:
    control = f"<w:sdt><w:sdtContent>{run('35')}</w:sdtContent></w:sdt>"
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>99</w:t></w:r>"
    field = "<w:r><w:instrText>PAGE 99</w:instrText></w:r>"
    box = f"<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></mc:Choice>"
    box += f"<mc:Fallback><w:txbxContent>{paragraph('Trong khung')}</w:txbxContent></mc:Fallback>"
    box += "</mc:AlternateContent></w:r>"
    body = paragraph(
        f"{run('Có ')}{control}{hidden}{field}{run(' hộ nghèo.')}<w:r><w:br/></w:r>{run('- Dòng mới')}{box}"
    )
    source = read(f"<w:sdt><w:sdtContent>{body}</w:sdtContent></w:sdt>")
    assert words(source) == ["Có 35 hộ nghèo.", "Dòng mới", "Trong khung"]


def test_footnotes_come_at_the_end() -> None:
    notes = (
        f'<w:footnotes {NAMESPACE}><w:footnote w:type="separator" w:id="-1">{paragraph("---")}</w:footnote>'
        f'<w:footnote w:id="1">{paragraph("Theo chuẩn cũ.")}</w:footnote></w:footnotes>'
    )
    body = paragraph(f"{run('Có 35 hộ')}<w:r><w:footnoteReference w:id='1'/></w:r>{run(' nghèo.')}") + paragraph("Hết.")
    assert words(read(body, footnotes=notes)) == ["Có 35 hộ nghèo.", "Hết.", "Theo chuẩn cũ."]


def test_pages_begin_where_word_last_saw_them_begin() -> None:
    broken = f"{run('Trang một dài ')}<w:r><w:lastRenderedPageBreak/></w:r>{run('sang trang hai.')}"
    new = f"<w:r><w:lastRenderedPageBreak/></w:r>{run('Trang ba.')}"
    source = read(paragraph(broken) + paragraph(new))
    assert [source.page_of(source.text.index(text)) for text in ("Trang một", "sang", "Trang ba")] == [1, 2, 3]
    assert read(paragraph("Không có trang.")).page_of(0) is None


def test_merged_cells_keep_their_place() -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for at, cell in enumerate(table._cells):
        cell.text = f"ô {at}"
    table.cell(0, 0).merge(table.cell(1, 0)).text = "Xã"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "11\nhộ"
    data = io.BytesIO()
    document.save(data)
    source = docx_source(data.getvalue(), "a.docx")
    assert [
        (block.row, block.column, block.row_span, block.column_span, text)
        for block, text in zip(source.blocks, words(source), strict=True)
    ] == [
        (0, 0, 2, 1, "Xã"), (0, 1, 1, 1, "ô 1"), (0, 2, 1, 1, "ô 2"), (1, 1, 1, 1, "ô 4"), (1, 2, 1, 1, "ô 5"),
        (2, 0, 1, 1, "ô 6"), (2, 1, 1, 2, "11\nhộ"),
    ]  # fmt: skip


def test_rows_deleted_as_a_tracked_change_are_no_rows() -> None:
    cells = [f"<w:tr>{mark}<w:tc>{paragraph(text)}</w:tc></w:tr>" for text, mark in
             (("một", ""), ("hai", "<w:trPr><w:del/></w:trPr>"), ("ba", ""))]  # fmt: skip
    source = read(f"<w:tbl>{''.join(cells)}</w:tbl>")
    assert [(block.row, text) for block, text in zip(source.blocks, words(source), strict=True)] == [
        (0, "một"),
        (1, "ba"),
    ]


@pytest.mark.parametrize(
    "document",
    [
        "<w:document>",
        "<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>",
        "<a/>",
        f"<w:document {NAMESPACE}><w:p/></w:document>",
    ],
)
def test_a_damaged_document_is_refused(document: str) -> None:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", document)
    with pytest.raises(InputError, match="hỏng"):
        docx_source(data.getvalue(), "a.docx")


def test_entities_are_not_expanded_and_files_not_fetched(tmp_path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("99 hộ")
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr(
            "word/document.xml",
            f'<!DOCTYPE d [<!ENTITY x SYSTEM "{secret.as_uri()}">]><w:document {NAMESPACE}><w:body>'
            "<w:p><w:r><w:t>Có &x; 35 hộ</w:t></w:r></w:p></w:body></w:document>",
        )
    assert "99" not in docx_source(data.getvalue(), "a.docx").text


def test_a_bomb_is_refused() -> None:
    blown_up = paragraph(" " * 90_000_000)
    with pytest.raises(InputError, match="quá lớn"):
        docx_source(package(blown_up), "a.docx")


def test_the_mark_of_a_footnote_is_no_digit() -> None:
    above = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    assert words(read(paragraph(f"{run('Có 35')}{above}{run(' hộ.')}"))) == ["Có 35¹ hộ."]
