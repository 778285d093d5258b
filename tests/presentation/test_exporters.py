"""An executed notebook becomes one HTML file and one PDF, whoever wrote it."""

from __future__ import annotations

import io
import json
import re
import subprocess
import sys
from copy import deepcopy
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import nbformat
import pikepdf
import pytest

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation.executed import UnreadableBlock, shown_blocks, shown_in
from poverty_evaluation.presentation.exporters import EvaluationHTMLExporter, EvaluationPDFExporter
from poverty_evaluation.presentation.pdf import report as typst
from poverty_evaluation.presentation.pdf import typesetting


class Collector(HTMLParser):
    """All that an HTML file would fetch or run."""

    def __init__(self) -> None:
        super().__init__()
        self.fetched: list[str] = []
        self.scripts: list[dict[str, str | None]] = []
        self.handlers: list[str] = []
        self.attributes: dict[str, dict[str, str | None]] = {}

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        given = dict(attrs)
        self.attributes.setdefault(tag, given)
        self.handlers += [name for name in given if name.startswith("on")]
        self.fetched += [value for name, value in attrs if name in ("src", "srcset", "data", "poster", "background")]
        if tag in ("link", "use", "image"):
            self.fetched.append(given.get("href") or "")
        if tag == "script":
            self.scripts.append(given)


def collect(page: str) -> Collector:
    collector = Collector()
    collector.feed(page)
    return collector


def pdf_of(notebook: Any) -> bytes:
    return EvaluationPDFExporter().from_notebook_node(notebook)[0]


def page_of(notebook: Any) -> str:
    return EvaluationHTMLExporter().from_notebook_node(notebook)[0]


def pdf_text(content: bytes, tmp_path: Path) -> str:
    path = tmp_path / "made.pdf"
    path.write_bytes(content)
    done = subprocess.run(["pdftotext", "-layout", str(path), "-"], capture_output=True, check=True)
    return done.stdout.decode()


@pytest.mark.parametrize("exporter", [EvaluationHTMLExporter, EvaluationPDFExporter])
def test_a_file_gives_what_its_notebook_gives(executed_report: Any, exporter: Any, tmp_path: Path):
    path = tmp_path / "executed.ipynb"
    nbformat.write(executed_report, path)
    assert exporter().from_filename(str(path))[0] == exporter().from_notebook_node(executed_report)[0]


def test_a_number_that_is_none_beside_the_blocks_of_a_report_harms_nothing(executed_report: Any, tmp_path: Path):
    not_a_number = nbformat.v4.new_output("display_data", {"application/vnd.plotly.v1+json": {"y": [float("nan")]}})
    executed_report.cells.append(nbformat.v4.new_code_cell("fig", outputs=[not_a_number]))
    path = tmp_path / "executed.ipynb"
    nbformat.write(executed_report, path)
    assert "NaN" in path.read_text(encoding="utf-8")
    assert shown_in(path.read_bytes()) == shown_blocks(executed_report)


def test_a_notebook_that_only_speaks_of_blocks_is_an_ordinary_one(tmp_path: Path):
    path = tmp_path / "about.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_markdown_cell(f"The type {b.BLOCK_MIME}")]), path)
    assert f"The type {b.BLOCK_MIME}" in EvaluationHTMLExporter().from_filename(str(path))[0]


def test_the_page_of_a_report(executed_report: Any, builders: Any):
    before = deepcopy(executed_report)
    page = page_of(executed_report)
    assert executed_report == before
    found = collect(page)
    assert page.startswith("<!DOCTYPE html>")
    assert found.attributes["html"]["lang"] == "vi"
    assert "<title>Báo cáo giảm nghèo &lt;b&gt;</title>" in page
    assert "MARKDOWN_OF_THE_NOTEBOOK" not in page and "CODE_OF_THE_NOTEBOOK" not in page
    assert [script.get("id") for script in found.scripts] == ["provenance", "findings", "provenance-words", None]
    assert [url for url in found.fetched if url and not url.startswith(("data:", "#"))] == []
    assert found.handlers == []
    assert not re.search(r"@import|url\(\s*['\"]?http|import\(", page)
    assert "alert(1)&lt;/script&gt;" in page
    assert page.count("<svg") == 2


def test_the_policy_allows_this_style_and_script_only(executed_report: Any):
    import base64
    import hashlib

    page = page_of(executed_report)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', page)
    assert policy and "default-src &#39;none&#39;" in policy[1] and "unsafe" not in policy[1]
    for pattern in (r"<style>(.*?)</style>", r"<script>(.*?)</script>"):
        inline = re.search(pattern, page, re.DOTALL)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"sha256-{digest}" in policy[1]
    assert not re.search(r"<[^>]+\sstyle=", page)


def test_the_provenance_of_every_shown_number_is_in_the_page(executed_report: Any):
    page = page_of(executed_report)
    stored = re.search(r'<script type="application/json" id="provenance">(.*?)</script>', page, re.DOTALL)
    assert stored
    provenance = json.loads(stored[1])
    shown = set(re.findall(r'data-id="([^"]+)"', page))
    assert shown and shown <= provenance.keys()


def test_ids_in_the_page_are_unique(executed_report: Any):
    ids = re.findall(r'\sid="([^"]+)"', page_of(executed_report))
    assert len(ids) == len(set(ids))


def test_exporting_again_gives_the_same_page_and_the_same_pdf(executed_report: Any):
    assert page_of(executed_report) == page_of(executed_report)
    assert pdf_of(executed_report) == pdf_of(executed_report)


def test_the_pdf_of_a_report(executed_report: Any, builders: Any, tmp_path: Path):
    content = pdf_of(executed_report)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == "vi-VN"
        assert str(document.docinfo["/Title"]) == "Báo cáo giảm nghèo <b>"
        assert bool(document.Root.MarkInfo.Marked) and "/StructTreeRoot" in document.Root
        assert str(document.docinfo["/CreationDate"]).startswith("D:20181231")
        assert sorted(document.attachments) == ["findings.csv", "indicators.csv"]
        assert len(document.pages) >= 5
        sizes = [(round(float(page.mediabox[2])), round(float(page.mediabox[3]))) for page in document.pages]
        assert sizes[0] == (595, 842) and (842, 595) in sizes
        fonts = {
            str(font.BaseFont).split("+")[-1]
            for page in document.pages
            for font in (page.Resources.Font.values() if "/Font" in page.Resources else ())
        }
    assert fonts and all(font.startswith("Liberation") for font in fonts)
    text = pdf_text(content, tmp_path)
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in text and "Độc lập - Tự do - Hạnh phúc" in text
    assert "THÀNH PHỐ BẮC GIANG" in text and "I. CÔNG TÁC CHỈ ĐẠO" in text
    assert "#strong[x] $x$ \\ @ref" in text and '#panic("no")' in text
    assert "Trên đây là báo cáo./." in text and "(Kèm theo Báo cáo" in text
    assert "MARKDOWN_OF_THE_NOTEBOOK" not in text
    assert "0,51 điểm phần trăm" in text and "ít nhất 802,8 triệu đồng" in text


def test_headings_and_alternatives_are_tagged(executed_report: Any):
    tags: list[str] = []
    alternatives: list[str] = []

    def walk(node: Any) -> None:
        if isinstance(node, pikepdf.Array):
            for child in node:
                walk(child)
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            tags.append(str(node.S))
            if "/Alt" in node:
                alternatives.append(str(node.Alt))
            if "/K" in node:
                walk(node.K)

    with pikepdf.open(io.BytesIO(pdf_of(executed_report))) as document:
        walk(document.Root.StructTreeRoot.K)
    assert {"/H1", "/H2", "/H3", "/Table", "/TH", "/TD", "/Figure"} <= set(tags)
    assert any("nhiều nhất ở Xã Tân Mỹ" in text for text in alternatives)


def test_pages_are_numbered_from_two_in_each_part(executed_report: Any, tmp_path: Path):
    pages = pdf_text(pdf_of(executed_report), tmp_path).split("\f")
    heads = [page.strip().split("\n")[0].split() for page in pages if page.strip()]
    assert heads[1][0] == "2"
    appendices = [head for head, page in zip(heads, pages, strict=False) if "Phụ lục I" in page]
    assert all(head[:2] == ["DỰ", "THẢO"] for head in appendices)


def test_an_issued_report_bears_no_draft_mark(builders: Any, tmp_path: Path):
    final = builders.document(letterhead=builders.letterhead(draft_mark=""))
    text = pdf_text(pdf_of(builders.notebook_of([final, b.Heading(1, "I.", "Một")])), tmp_path)
    assert "DỰ THẢO" not in text


def test_invented_data_are_marked_on_every_page(builders: Any, tmp_path: Path):
    document = builders.document(letterhead=builders.letterhead(invented_mark="DỮ LIỆU GIẢ ĐỊNH"))
    notebook = builders.notebook_of([document, *builders.report()[1:]])
    pages = [page for page in pdf_text(pdf_of(notebook), tmp_path).split("\f") if page.strip()]
    assert all("DỮ LIỆU GIẢ ĐỊNH" in page for page in pages)
    assert 'class="invented"' in page_of(notebook)


def test_english(builders: Any):
    notebook = builders.notebook_of(builders.report("en"), "en")
    page = page_of(notebook)
    assert '<html lang="en">' in page and "at least VND 802.8 million" in page
    with pikepdf.open(io.BytesIO(pdf_of(notebook))) as document:
        assert str(document.Root.Lang).startswith("en")


def test_letters_our_fonts_lack_are_written_as_codes(builders: Any, tmp_path: Path):
    notebook = builders.notebook_of([builders.document(), b.Heading(1, "I.", "日"), b.Paragraph(builders.text("a😀b"))])
    text = pdf_text(pdf_of(notebook), tmp_path)
    assert "[U+65E5]" in text and "a[U+1F600]b" in text


def test_string_literals_hold_anything(builders: Any):
    assert typesetting.literal('a"b\\c\n#d') == '"a\\"b\\\\c\\n#d"'
    shown = shown_blocks(builders.notebook_of(builders.report()))
    source = typst.report_source(shown[0].block, shown)
    assert '#panic(\\"no\\")' in source and '#panic("no")' not in source


def test_a_broken_block_is_refused_with_its_reason(builders: Any):
    notebook = builders.notebook_of([builders.document()])
    notebook.cells[1].outputs[0].data[b.BLOCK_MIME]["schema"] = 99
    with pytest.raises(UnreadableBlock, match="schema 99"):
        page_of(notebook)
    without = builders.notebook_of([b.Heading(1, "I.", "Một")])
    with pytest.raises(UnreadableBlock, match="no Document block"):
        pdf_of(without)


def test_an_ordinary_notebook_as_a_page(ordinary_notebook: Any):
    page = page_of(ordinary_notebook)
    found = collect(page)
    assert found.attributes["html"]["lang"] == "vi"
    assert "<title>Sổ tay của người khác</title>" in page
    assert found.scripts == [] and found.handlers == []
    assert [url for url in found.fetched if url and not url.startswith(("data:", "#"))] == []
    assert not re.search(r"alert\(|javascript:|x\.invalid|mermaid|iframe|color: red", page)
    assert "<strong>đậm</strong>" in page and 'href="https://example.org"' in page
    assert "Xin chào &lt;b&gt;đỏ" in page and "ValueError: sai" in page and "sơ đồ" in page
    assert 'alt="Hình do ô lệnh số 1 vẽ ra, mục “Mục nhảy bậc”"' in page
    assert "Một hình chữ nhật" in page and 'fill="red"' in page
    assert "<td>5</td>" in page and 'rowspan="2"' in page


def test_an_ordinary_notebook_as_pdf(ordinary_notebook: Any, tmp_path: Path):
    content = pdf_of(ordinary_notebook)
    assert content == pdf_of(ordinary_notebook)
    with pikepdf.open(io.BytesIO(content)) as document:
        assert str(document.Root.Lang) == "vi-VN" and bool(document.Root.MarkInfo.Marked)
        assert str(document.docinfo["/Title"]) == "Sổ tay của người khác"
    text = pdf_text(content, tmp_path)
    assert "Xin chào <b>đỏ" in text and "$x^2$" in text and "[U+65E5]" in text
    assert "alert(" not in text


def test_an_empty_notebook_can_be_exported():
    empty = nbformat.v4.new_notebook()
    assert "<title>Notebook</title>" in page_of(empty)
    assert pdf_of(empty).startswith(b"%PDF")


def test_metadata_of_an_ordinary_notebook_decide_language_and_title(ordinary_notebook: Any):
    notebook = deepcopy(ordinary_notebook)
    notebook.metadata["language"] = "en"
    notebook.metadata["title"] = "A study"
    page = page_of(notebook)
    assert '<html lang="en">' in page and "<title>A study</title>" in page


def test_nbconvert_by_hand_gives_the_same_files(executed_report: Any, tmp_path: Path):
    path = tmp_path / "03_report.ipynb"
    nbformat.write(executed_report, path)
    for target in ("evaluation-html", "evaluation-pdf"):
        command = [sys.executable, "-m", "nbconvert", "--to", target, str(path)]
        subprocess.run(command, check=True, capture_output=True, cwd=tmp_path)
    assert (tmp_path / "03_report.html").read_text(encoding="utf-8").rstrip("\n") == page_of(executed_report).rstrip(
        "\n"
    )
    assert (tmp_path / "03_report.pdf").read_bytes() == pdf_of(executed_report)


def test_an_office_stands_under_its_superior_body(builders: Any):
    """Cơ quan chuyên môn: the superior body in plain letters over the name, both in lines of about the same length."""
    head = builders.letterhead(
        superior_body="Ủy ban nhân dân thành phố Bắc Giang", issuing_body="Phòng Lao động - Thương binh và Xã hội"
    )
    notebook = builders.notebook_of([builders.document(letterhead=head)])
    source = typst.report_source(builders.document(letterhead=head), shown_blocks(notebook))
    assert 'superior: ("Ủy ban nhân dân","thành phố Bắc Giang",)' in source
    assert 'body: ("Phòng Lao động -","Thương binh và Xã hội",)' in source
    page = page_of(notebook)
    assert '<p class="superior">ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC GIANG</p><p class="agency">PHÒNG LAO ĐỘNG' in page


def test_a_notebook_holds_two_documents_and_each_is_written_alone(builders: Any, tmp_path: Path):
    head = builders.letterhead(type_name="PHIẾU RÀ SOÁT SỐ LIỆU", is_numbered=False, draft_mark="TÀI LIỆU NỘI BỘ")
    paper = builders.document(
        kind=b.DocumentKind.WORKING_PAPER, letterhead=head, values=(), title="Phiếu rà soát số liệu"
    )
    blocks = [*builders.report(), paper, b.Paragraph(builders.text("Đề nghị kiểm tra từng số."))]
    notebook = builders.notebook_of(blocks)
    alone = builders.notebook_of(builders.report())
    assert page_of(notebook) == page_of(alone)
    assert pdf_of(notebook) == pdf_of(alone)
    page = EvaluationHTMLExporter(document="working_paper").from_notebook_node(notebook)[0]
    assert "<title>Phiếu rà soát số liệu</title>" in page
    assert "Đề nghị kiểm tra từng số." in page
    assert 'class="symbol"' not in page
    assert 'class="symbol"' in page_of(alone)
    assert "Hội Liên hiệp Phụ nữ" not in page
    text = pdf_text(EvaluationPDFExporter(document="working_paper").from_notebook_node(notebook)[0], tmp_path)
    assert "PHIẾU RÀ SOÁT SỐ LIỆU" in text
    assert "Số:" not in text
    with pytest.raises(UnreadableBlock, match="no working_paper"):
        EvaluationPDFExporter(document="working_paper").from_notebook_node(alone)


def test_exporting_a_report_loads_no_drawing_library():
    code = (
        "import sys; import poverty_evaluation.presentation.exporters, poverty_evaluation.presentation.jupyter;"
        "print([name for name in ('matplotlib', 'seaborn', 'fontTools') if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.strip() == "[]"
