"""Sổ tay của người khác: a notebook written and run by plain means becomes a PDF from which nothing is lost."""

from __future__ import annotations

from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

from poverty_evaluation.presentation.exporters import EvaluationPDFExporter

MARKDOWN = """# Phân tích của đồng nghiệp

Đoạn văn với công thức $\\frac{a}{b}$, **đậm**, [liên kết](https://example.org/rat/dai).

- một
  - một một
    1. sâu
- hai

| Xã | Hộ nghèo |
|:---|---:|
| Song Mai | 12 |

#### Nhảy bậc
"""
FRAME = """
import pandas as pd
frame = pd.DataFrame({f"chi_tieu_{column:02d}": [100000 * row + column for row in range(12)] for column in range(20)})
frame
"""
OUTPUT = r"""
print("\x1b[31mđỏ\x1b[0m")
for number in range(150):
    print("dòng", number, "số liệu " * 3)
print("x" * 400 + "KẾT")
"""
PICTURES = """
import io
import matplotlib
matplotlib.use("agg")
import matplotlib.pyplot as plt
from IPython.display import HTML, JSON, SVG, Image, Latex, Markdown, display

figure, axes = plt.subplots(figsize=(14, 4))
axes.plot([1, 3, 2])
for form in ("png", "svg", "jpeg"):
    drawn = io.BytesIO()
    figure.savefig(drawn, format=form)
    display(SVG(drawn.getvalue()) if form == "svg" else Image(drawn.getvalue(), format=form))
plt.close(figure)
"""
OTHERS = r"""
display(HTML("<b>đậm</b><script>alert(1)</script><table><tr><td rowspan=2>a<td>b<tr><td>c</table>"))
display(Latex(r"$\alpha+\beta$"), JSON({"khóa": [1, 2]}), Markdown("**Kết quả**"))
display({"application/vnd.jupyter.widget-view+json": {"model_id": "abc"}, "text/plain": "IntSlider(value=5)"}, raw=True)
pd.DataFrame({(a, b): [1, 2] for a in ("Nghèo", "Cận nghèo") for b in ("Đầu", "Cuối")}, index=["Song Mai", "Dĩnh Trì"])
"""


@pytest.fixture(scope="module")
def content() -> bytes:
    new = nbformat.v4
    sources = (FRAME, OUTPUT, PICTURES, OTHERS, "def divide(x):\n    return 1 / x\n\ndivide(0)")
    notebook = new.new_notebook(
        cells=[new.new_markdown_cell(MARKDOWN), *(new.new_code_cell(source) for source in sources)],
        metadata={"kernelspec": {"name": "python3", "display_name": "Python 3", "language": "python"}},
    )
    NotebookClient(notebook, allow_errors=True, timeout=120).execute()
    made = EvaluationPDFExporter()
    written: bytes = made.from_notebook_node(notebook)[0]
    assert written == made.from_notebook_node(notebook)[0]
    return written


@pytest.fixture(scope="module")
def pages(content: bytes, pdf_reading: Any) -> Any:
    return pdf_reading.read_pages(content)


def test_nothing_runs_over_the_edge_of_a_page(pages: Any):
    for page in pages:
        assert min(run.left for run in page.runs) > 19
        assert max(run.right for run in page.runs) < page.width - 19
        assert max(run.baseline for run in page.runs) < page.height - 19
        assert all(rule.left > 18 and rule.right < page.width - 18 for rule in page.rules)


def test_every_column_of_a_wide_table_is_there_and_none_lies_on_another(pages: Any):
    turned = [page for page in pages if page.width > page.height]
    (wide,) = [page for page in turned if any(run.text == "chi_tieu_00" for run in page.runs)]
    texts = [run.text for run in wide.runs]
    assert [text for text in texts if text.startswith("chi_tieu_")] == [f"chi_tieu_{one:02d}" for one in range(20)]
    assert {str(100000 * row + column) for row in range(1, 12) for column in range(20)} <= set(texts)
    for left, right in zip(wide.runs, wide.runs[1:], strict=False):
        if abs(left.baseline - right.baseline) < 0.1:
            assert left.right < right.left


def test_every_kind_of_output_is_told(pages: Any):
    text = "\n".join(page.text for page in pages)
    for told in (
        "Phân tích của đồng nghiệp", "một một", "Song Mai", "Nhảy bậc", "đỏ", "dòng 149", "KẾT", r"$\alpha+\beta$",
        '"khóa"', "Kết quả", "IntSlider(value=5)", "Cận nghèo", "ZeroDivisionError",
    ):  # fmt: skip
        assert told in text, told
    assert "alert(1)</script>\n" not in text and "\x1b" not in text and "[U+" not in text


def test_each_picture_is_a_figure_with_a_text(content: bytes, pdf_reading: Any):
    figures = [tag for tag in pdf_reading.read_tags(content).all("Figure") if "Alt" in tag.attributes]
    assert len(figures) == 3
    assert all(figure.attributes["Alt"].startswith("Hình do ô lệnh số") for figure in figures)
