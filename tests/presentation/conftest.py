"""A synthetic report with every kind of block, hostile text among it, and the notebook that shows it."""

from __future__ import annotations

import importlib.util
import re
import sys
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import nbformat
import pytest
import whole_reports
from whole_reports import WholeReport

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.sources import SourceCell
from poverty_evaluation.vocabulary.values import IndicatorValue

HOSTILE = (
    '</script><script>alert(1)</script> #strong[x] $x$ \\ @ref <data value="1"> `code` *b* _i_ #panic("no") "q" &amp;'
)

WARDS = ("Phường Trần Phú", "Phường Ngô Quyền", "Phường Hoàng Văn Thụ", "Xã Dĩnh Trì", "Xã Đồng Sơn", "Xã Tân Mỹ")


def text(content: str, **style: bool) -> b.Line:
    return (b.Text(content, **style),)


def value(indicator: str, amount: Fraction | int | None, unit: str, decimals: int = 0, **rest: Any) -> IndicatorValue:
    return IndicatorValue(
        id=f"{indicator}@213/2018-12-31",
        indicator_id=indicator,
        label_vi=rest.pop("label_vi", indicator),
        label_en=rest.pop("label_en", indicator),
        value=None if amount is None else Fraction(amount),
        unit=unit,
        decimals=decimals,
        **rest,
    )


def number(of: IndicatorValue, form: b.NumberForm = b.NumberForm.TEXT, **rest: Any) -> b.Number:
    return b.Number(of.id, of.value, of.unit, of.decimals, of.qualifier, of.status, of.as_printed, form, **rest)


CELL = SourceCell("periods/bac-giang-city/2016-2018/household_review.csv", "", 3, "poor_households", "356", 42)
POOR = value("poor_households", 356, "household", label_vi="Số hộ nghèo", sources=(CELL,))
TOTAL = value("total_households", 41870, "household", label_vi="Tổng số hộ", sources=(CELL,))
RATIO = value(
    "poverty_ratio",
    Fraction(356, 41870),
    "ratio",
    2,
    label_vi=f"Tỷ lệ hộ nghèo {HOSTILE}",
    status=ValueStatus.COMPUTED,
    formula="poor_households / total_households",
    operands=(POOR.id, TOTAL.id),
    sources=(CELL,),
)
POINTS = value("poverty_ratio_change_pp", Fraction(-51, 10000), "pp", 2, status=ValueStatus.COMPUTED)
MONEY = value("support_vnd", 802_800_000, "vnd", qualifier=Qualifier.LOWER_BOUND, status=ValueStatus.COMPUTED)
UNREADABLE = value("gifts", None, "gift", status=ValueStatus.UNREADABLE, as_printed="2.2.839")
DISPUTED = value("models", 6, "model", status=ValueStatus.DISPUTED)
VALUES = (POOR, TOTAL, RATIO, POINTS, MONEY, UNREADABLE, DISPUTED)

FINDING = {
    "id": "abc123def456",
    "severity": "error",
    "kind": "sum",
    "message_vi": f"Tổng các phần khác tổng số. {HOSTILE}",
    "message_en": "The parts do not add up.",
    "file": "periods/x/activities.csv",
    "sheet": "",
    "row": 17,
    "column": "value_1",
    "quote": "83.020",
    "stated": "83020",
    "computed": "78.400",
    "indicator_ids": (MONEY.id,),
    "explanation": "",
}


def cells(*amounts: int | None) -> tuple[b.Line, ...]:
    return tuple(
        (number(replace(POOR, value=None if amount is None else Fraction(amount)), b.NumberForm.CELL),)
        if amount is not None
        else (number(value("x", None, "household", status=ValueStatus.MISSING), b.NumberForm.CELL),)
        for amount in amounts
    )


def table(table_id: str = "by-ward", columns: int = 4) -> b.Table:
    headings = ("Tổng số hộ", "Hộ nghèo đầu kỳ", "Thoát nghèo", "Tái nghèo", "Phát sinh mới", "Hộ nghèo cuối kỳ", "Ghi")
    numeric = columns - 2
    body = [
        b.Row((text(str(place)), text(ward), *cells(*range(place, place + numeric - 1), None)))
        for place, ward in enumerate(WARDS, 1)
    ]
    return b.Table(
        id=table_id,
        label="Biểu số 01",
        title="Kết quả rà soát hộ nghèo",
        unit_line="Đơn vị tính: hộ",
        columns=(
            b.Column("TT", "center", "(A)"),
            b.Column("Phường, xã", "left", "(B)"),
            *(
                b.Column(heading, "right", f"({place})", span="Chia theo nhóm hộ" if place > 2 else "")
                for place, heading in enumerate(headings[:numeric], 1)
            ),
        ),
        rows=(
            b.Row((text(""), text("Tổng số"), *cells(*range(numeric))), "total"),
            b.Row((text("I"), text("Khu vực thành thị"), *[()] * numeric), "group"),
            *body,
            b.Row((text(""), text("Trong đó: hộ dân tộc thiểu số"), *cells(*range(numeric))), "part"),
        ),
        source="Nguồn: kết quả rà soát.",
        notes=(text("Ghi chú dưới bảng."),),
    )


def bars(alternative: str = "Hộ nghèo của sáu phường, xã; nhiều nhất ở Xã Tân Mỹ.", kind: str = "bars") -> b.Chart:
    points = tuple(
        b.ChartPoint(ward, series, replace(number(POOR), value=Fraction(7 * place + len(series))))
        for place, ward in enumerate(WARDS)
        for series in ("Hộ nghèo", "Hộ cận nghèo")
    )
    return b.Chart(
        "poor-by-ward", "Hình 1", kind, "Hộ nghèo theo phường, xã", "Hộ", points, alternative, "Nguồn: rà soát."
    )


def trend() -> b.Chart:
    points = [
        b.ChartPoint(str(year), "Số hộ nghèo", replace(number(POOR), value=Fraction(count)), segment)
        for year, count, segment in (
            (2015, 213, "Chuẩn 2011-2015"),
            (2016, 572, "Chuẩn 2016-2020"),
            (2017, 461, "Chuẩn 2016-2020"),
        )
    ]
    points += [
        b.ChartPoint(point.category, "Tỷ lệ", replace(number(RATIO), value=point.number.value / 41870), point.segment)
        for point in points
        if point.number.value is not None
    ]
    return b.Chart(
        "trend", "Hình 2", "counts_and_rate", "Diễn biến hộ nghèo", "Hộ", tuple(points), "Hộ nghèo giảm.", "Nguồn."
    )


def letterhead(**changes: Any) -> b.Letterhead:
    return replace(
        b.Letterhead(
            superior_body="",
            issuing_body="ỦY BAN NHÂN DÂN THÀNH PHỐ BẮC GIANG",
            symbol="BC-UBND",
            locality="Bắc Giang",
            type_name="BÁO CÁO",
            subject="Kết quả thực hiện công tác giảm nghèo",
            addressees=("Ủy ban nhân dân tỉnh Bắc Giang", "Sở Lao động - Thương binh và Xã hội"),
            draft_mark="DỰ THẢO",
        ),
        **changes,
    )


def document(language: str = "vi", **changes: Any) -> b.Document:
    return replace(
        b.Document(
            title="Báo cáo giảm nghèo <b>",
            place_slug="bac-giang-city",
            place_name="thành phố Bắc Giang",
            period="2016-2018",
            period_label="giai đoạn 2016-2018",
            language=language,
            style_profile="nd-30-2020",
            status="draft",
            audience="superior",
            letterhead=letterhead(),
            values=VALUES,
            findings=(FINDING,),
        ),
        **changes,
    )


def report(language: str = "vi") -> list[Any]:
    finding = b.FindingItem(
        "abc123def456", "error", "Lỗi", "Tổng các phần", f"Không khớp. {HOSTILE}", "83.020", "78.400",
        "periods/x/activities.csv, dòng 17", (MONEY.id,),
    )  # fmt: skip
    magnitude = b.NumberForm.MAGNITUDE
    return [
        document(language),
        b.Paragraph(text("Căn cứ Quyết định số 1722/QĐ-TTg;"), "basis"),
        b.KeyFigures((b.KeyFigure("Hộ nghèo", number(POOR), text("cuối kỳ")), b.KeyFigure("Tỷ lệ", number(RATIO)))),
        b.Heading(1, "I.", "Công tác chỉ đạo"),
        b.Heading(2, "1.", "Lãnh đạo, chỉ đạo"),
        b.Paragraph(
            (b.Text("Toàn thành phố có "), number(POOR), b.Text(" hộ nghèo, chiếm "), number(RATIO), b.Text(", giảm "),
             number(POINTS, magnitude), b.Text("; hỗ trợ "), number(MONEY, finding_ids=("abc123def456",)),
             b.Text("; "), number(DISPUTED), b.Text(" mô hình; "), number(UNREADABLE), b.Text(" suất quà."))
        ),
        b.Heading(3, "a)", "Tuyên truyền"),
        b.Paragraph(text(HOSTILE, bold=True)),
        b.BulletList((text("Hội Liên hiệp Phụ nữ"), text(HOSTILE, italic=True))),
        b.Heading(1, "II.", "Kết quả"),
        table("trend"),
        bars(),
        trend(),
        b.Findings((finding,), ("TT", "Mức độ", "Loại", "Số đã ghi", "Nội dung", "Số tính lại", "Vị trí")),
        b.Paragraph(text("Trên đây là báo cáo./."), "closing"),
        b.Signature(
            ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", "Nguyễn Văn A", "Nơi nhận:", ("Như trên;",)
        ),
        b.Appendix("Phụ lục I", "Biểu chi tiết", "(Kèm theo Báo cáo số    /BC-UBND)", landscape=True),
        table("wide", 9),
        b.Appendix("Phụ lục II", "Danh mục", "(Kèm theo Báo cáo)"),
        b.Findings((), ()),
    ]  # fmt: skip


def notebook_of(blocks: Sequence[Any], language: str = "vi") -> nbformat.NotebookNode:
    return whole_reports.executed_notebook(list(blocks), language)


def displayed(value: float | int, number_format: str) -> str:
    """What a spreadsheet shows of a number by a format such as `[$-42A]"≥ "#,##0.00%"†"`, and perhaps a second one for
    what is below zero."""
    first, _, second = number_format.partition(";")
    chosen = second if second and value < 0 else first
    found = re.fullmatch(r'\[\$-(42A|809)\]("[^"]*")?(-?)(#,##0|00)(\.0+)?(%?)("[^"]*")?', chosen)
    assert found, number_format
    locale, before, minus, whole, part, percent, after = found.groups(default="")
    decimals = max(len(part) - 1, 0)
    amount = abs(Decimal(repr(value))) * (100 if percent else 1)
    text = f"{amount.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP):,f}"
    text = text.rjust(2, "0") if whole == "00" else text
    text = text.translate(str.maketrans(",.", ".,")) if locale == "42A" else text
    shown = f"{before[1:-1]}{minus}{text}{percent}{after[1:-1]}"
    return f"-{shown}" if value < 0 and not second else shown


@pytest.fixture(scope="session")
def builders() -> Any:
    """The functions and values of this module, for the tests beside it."""
    return sys.modules[__name__]


@pytest.fixture(scope="session")
def real_report() -> Callable[..., WholeReport]:
    """A report by place, period and language; of the invented places from data/sample."""
    return whole_reports.report_of


@pytest.fixture(scope="session")
def executed_report() -> nbformat.NotebookNode:
    return notebook_of(report())


@pytest.fixture(scope="session")
def ordinary_notebook() -> nbformat.NotebookNode:
    """What somebody else may have written: Markdown, tables, pictures, streams, an error and hostile output."""
    png = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
    svg = (
        '<svg xmlns="http://www.w3.org/2000/svg" width="60" height="20" onload="alert(2)"><script>alert(3)</script>'
        '<rect width="10" height="10" style="fill: red"/><text y="12">Tỷ lệ</text><a href="http://x.invalid"/></svg>'
    )
    frame = (
        '<style scoped>.x {color: red}</style><table class="dataframe"><thead><tr><th></th><th>hộ</th></tr></thead>'
        '<tbody><tr><th rowspan="2">Xã</th><td onclick="alert(4)">5</td></tr><tr><td>6<img src="http://x.invalid/a.png">'
        '</td></tr></tbody></table><script src="https://x.invalid/x.js"></script><iframe src="http://x.invalid"></iframe>'
    )
    out = nbformat.v4.new_output
    notebook = nbformat.v4.new_notebook()
    notebook.cells = [
        nbformat.v4.new_markdown_cell(
            "# Sổ tay của người khác\n\nĐoạn **đậm** và $x^2$, [liên kết](https://example.org), "
            "[xấu](javascript:alert(5)).\n\n- một\n- hai\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\ncode <b>\n```\n"
            "### Mục nhảy bậc\n\n![ngoài](http://x.invalid/p.png)\n\n<script>alert(6)</script>\n\n> trích"
        ),
        nbformat.v4.new_code_cell(
            "print('Xin chào')  # 日本",
            outputs=[
                out("stream", name="stdout", text="Xin chào <b>\x1b[31mđỏ\x1b[0m\n"),
                out("stream", name="stderr", text="cảnh báo\n"),
                out("display_data", {"text/html": frame, "text/plain": "bảng"}),
                out("display_data", {"image/png": png, "text/plain": "<Figure>"}),
                out("display_data", {"image/svg+xml": svg}, metadata={"image/svg+xml": {"alt": "Một hình chữ nhật"}}),
                out("display_data", {"text/vnd.mermaid": "graph <script>alert(7)</script>", "text/plain": "sơ đồ"}),
                out("execute_result", {"text/plain": "{'a': 1}"}, execution_count=1),
                out("error", ename="ValueError", evalue="x", traceback=["Traceback\x1b[0m", "ValueError: sai"]),
            ],
        ),
    ]
    return notebook


@pytest.fixture(scope="session")
def pdf_reading() -> ModuleType:
    """The module beside this one that reads a PDF back."""
    path = Path(__file__).with_name("pdf_reading.py")
    spec = importlib.util.spec_from_file_location(path.stem, path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def period_pdf() -> Callable[..., bytes]:
    """The PDF of a whole report, from the files of its period."""

    def of(place: str, period: str, language: str = "vi") -> bytes:
        return whole_reports.report_of(place, period, language).exported("evaluation-pdf")

    return of
