"""The method annex prints the very cases that are tested: every situation, every cell sent, every outcome."""

from pathlib import Path

import yaml

from poverty_evaluation.evaluation.blocks import BulletList, Heading, Table
from poverty_evaluation.evaluation.situations import situation_blocks
from poverty_evaluation.reference import load_reference
from poverty_evaluation.reference.situations import cells_of, read_situations

ROOT = Path(__file__).resolve().parents[3]
CASES = ROOT / "tests" / "situations"


def test_every_situation_is_a_section_with_its_cells():
    situations = read_situations(CASES)
    blocks = situation_blocks(situations, load_reference(ROOT / "data"), "vi")
    headings = [block.text for block in blocks if isinstance(block, Heading)]
    assert headings == [yaml.safe_load(path.read_text("utf-8"))["title"] for path in sorted(CASES.glob("*.yml"))]
    shown = {"".join(part.text for part in cell) for block in blocks if isinstance(block, Table)
             for row in block.rows for cell in row.cells}  # fmt: skip
    sent = {cell for one in situations for case in one.cases for table in case.sent for row in table.rows[1:]
            for cell in row if cell}  # fmt: skip
    assert sent <= shown


def test_each_case_tells_what_comes_out():
    situations = read_situations(CASES)
    blocks = situation_blocks(situations, load_reference(ROOT / "data"), "vi")
    told = [item[0].text for block in blocks if isinstance(block, BulletList) for item in block.items]
    assert len(told) == sum(len(case.outcomes) for one in situations for case in one.cases)
    assert any(text.startswith("Phát hiện (lỗi): ") for text in told)
    assert any(text.startswith("Từ chối đến khi sửa: ") for text in told)
    assert any(text.startswith("Số hộ nghèo (") for text in told)


def test_quoted_cells_keep_their_spaces():
    assert cells_of('a | "b "\n\n c| ') == [["a", "b "], ["c", ""]]
