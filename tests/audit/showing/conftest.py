"""A small invented report, hostile text among it, and what an audit might say of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pytest

from poverty_evaluation.audit.documents.source import Block, BlockKind, SourceText
from poverty_evaluation.audit.findings import AuditFinding, AuditResult, AuditVerdict, FindingFigure, Note
from poverty_evaluation.vocabulary.findings import FindingKind

HOSTILE = "</script><script>window.broken = 1</script><img src=x onerror=alert(1)> \"'&amp; [bold]x[/bold] =1+1"
LINES = (
    (BlockKind.HEADING, "I.", 0, "KẾT QUẢ THỰC HIỆN"),
    (BlockKind.HEADING, "1.1.", 2, "Hộ nghèo"),
    (BlockKind.PARAGRAPH, "", 0, "Đầu kỳ toàn xã có 538 hộ nghèo, cuối kỳ còn 356 hộ (giảm 952 hộ)."),
    (BlockKind.ITEM, "-", 0, "Tổng số tham gia: 35 hộ, trong đó:"),
    (BlockKind.ITEM, "+", 1, "Hộ nghèo: 11 hộ; hộ cận nghèo: 24 hộ."),
    (BlockKind.PARAGRAPH, "", 0, f"Thư ký ghi: {HOSTILE} 12 hộ"),
)
CELLS = (("Chỉ tiêu", "Số hộ"), ("Hộ nghèo", "356"), ("Hộ cận nghèo", "41"), ("Cộng", "400"))


@dataclass(frozen=True)
class Written:
    """A text as it grows, with its blocks."""

    text: str = ""
    blocks: tuple[Block, ...] = ()

    def line(self, kind: BlockKind, marker: str, level: int, words: str) -> Written:
        start = len(self.text) + len(marker) + bool(marker)
        block = Block(start, start + len(words), kind, marker, level)
        return Written(f"{self.text}{marker}{' ' if marker else ''}{words}\n", (*self.blocks, block))

    def row(self, number: int, cells: tuple[str, ...]) -> Written:
        text, blocks = self.text, self.blocks
        for column, cell in enumerate(cells):
            start = len(text) + 2
            block = Block(start, start + len(cell), BlockKind.CELL, table=0, row=number, column=column)
            text, blocks = f"{text}| {cell} ", (*blocks, block)
        return Written(f"{text}|\n", blocks)


@pytest.fixture(scope="session")
def source() -> SourceText:
    written = Written()
    for line in LINES:
        written = written.line(*line)
    for number, row in enumerate(CELLS):
        written = written.row(number, row)
    return SourceText("báo cáo <xã>.txt", f"{written.text}Nơi nhận: Lưu VT.\n", written.blocks, (0, 36))


class Finder:
    """Makes findings from figures named by their words in the text."""

    def __init__(self, source: SourceText):
        self.source = source

    def figure(self, text: str, value: float | None = None, unit: str = "hộ", after: str = "") -> FindingFigure:
        start = self.source.text.index(text, self.source.text.index(after))
        return FindingFigure(text, value, unit, self.source.line_of(start), start, start + len(text))

    def finding(self, verdict: AuditVerdict, kind: FindingKind, *figures: FindingFigure, **rest: Any) -> AuditFinding:
        start = rest.pop("start", None)
        start = min(one.start for one in figures) if start is None else start
        end = rest.pop("end", None) or max(one.end for one in figures)
        told: dict[str, Any] = {
            "stated": figures[0].text if figures else "", "computed": "", "computation": "",
            "explanation_vi": "Hai số khác nhau.", "explanation_en": "The two differ.",
        }  # fmt: skip
        return AuditFinding(
            verdict, kind, self.source.line_of(start), self.source.page_of(start), start, end,
            " ".join(self.source.text[start:end].split()), figures=figures, **(told | rest),
        )  # fmt: skip


@pytest.fixture(scope="session")
def finder(source: SourceText) -> Finder:
    return Finder(source)


@pytest.fixture(scope="session")
def result(source: SourceText, finder: Finder) -> AuditResult:
    """Two contradictions with one cause, a doubtful one, one that holds, one that cannot be verified, hostile words."""
    figure, finding = finder.figure, finder.finding
    fall, first, last = figure("952 hộ", 952), figure("538 hộ", 538), figure("356 hộ", 356)
    heading = source.text.index("Hộ nghèo")
    findings = [
        finding(AuditVerdict.CONTRADICTION, FindingKind.DIFFERENCE, fall, first, last, computed="182 hộ",
                computation="538 − 356 = 182 hộ", readings=("giảm 182 hộ", "đầu kỳ 1.308 hộ"), group=7),
        finding(AuditVerdict.CONTRADICTION, FindingKind.ORDER, fall, first, group=7),
        finding(AuditVerdict.CONTRADICTION, FindingKind.NUMBERING, start=heading, end=heading + 8),
        finding(AuditVerdict.HOLDS, FindingKind.SUM, figure("35 hộ", 35), figure("11 hộ", 11), figure("24 hộ", 24),
                computation="11 + 24 = 35 hộ"),
        finding(AuditVerdict.LIKELY, FindingKind.WORDS, figure("12 hộ", 12, after="Thư ký"), explanation_vi=HOSTILE,
                explanation_en=HOSTILE, readings=(HOSTILE,)),
        finding(AuditVerdict.UNVERIFIABLE, FindingKind.SUM, figure("400", 400, "", "Cộng"), figure("41", 41, "")),
    ]  # fmt: skip
    note = Note("Hiệu hai tỷ lệ là điểm phần trăm.", "A difference of rates is percentage points.", (3, 5))
    ordered = tuple(sorted(findings, key=lambda one: one.start))
    return AuditResult(source.file, ordered, (note,), 1234, 0.25)
