"""Giải trình (explanations.yml): read with its lines, every mistake told with its place."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from poverty_evaluation.ingest.explanations import read_explanations

GOOD = """\
# Trả lời của các đơn vị
- finding: d9db4c2e0d0a
  stated: "538 … 356 … giảm 952 hộ"
  computed: "538 - 356 = 182 hộ"
  explanation_vi: Số giảm của cả giai đoạn trước.
  recorded: 2018-08-03
  by: Phòng Lao động - Thương binh và Xã hội
"""


def read(folder: Path, text: str):
    (folder / "explanations.yml").write_text(text, encoding="utf-8")
    return read_explanations(folder, folder)


def test_an_entry_and_its_line(tmp_path):
    (entry,), problems = read(tmp_path, GOOD)
    assert problems == []
    assert (entry.finding, entry.recorded, entry.file, entry.row) == (
        "d9db4c2e0d0a", date(2018, 8, 3), "explanations.yml", 2,
    )  # fmt: skip


def test_none_were_given(tmp_path):
    assert read_explanations(tmp_path, tmp_path) == ((), [])
    assert read(tmp_path, "# chưa có trả lời\n") == ((), [])


@pytest.mark.parametrize(
    ("written", "instead", "row", "column", "words"),
    [
        ("  by:", "  bye:", 7, "0.bye", ["khóa lạ “0.bye”", "Có phải: by?", "Did you mean: by?"]),
        ("  by:", "  row: 3\n  by:", 7, "0.row", ["khóa lạ “0.row”", "the unknown key “0.row”"]),
        ("2018-08-03", "3/8/2018", 6, "0.recorded", ["một ngày dạng 2018-07-31", "a date such as 2018-07-31"]),
        ("giảm 952 hộ\"", "giảm 952 hộ\"\n  stated: x", 4, "0.stated", ["hai lần", "twice"]),
        ("Số giảm của cả giai đoạn trước.", '""', 5, "0.explanation_vi", ["lời giải trình", "the explanation"]),
        ('"538 - 356 = 182 hộ"', "182", 4, "0.computed", ["đặt trong dấu nháy kép", "double quotes"]),
        ("  recorded: 2018-08-03\n", "", 2, "0.recorded", ["khóa bắt buộc", "the required key"]),
        ("  stated: \"", "  stated: [", 4, "", ["đúng cú pháp", "well-formed YAML"]),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, written, instead, row, column, words):
    assert written in GOOD
    _, problems = read(tmp_path, GOOD.replace(written, instead))
    told = "\n".join(f"{one.row} {one.column} {one.message('vi')} {one.message('en')}" for one in problems)
    placed = [one for one in problems if (one.row, one.column) == (row, column)]
    assert placed, told
    for word in words:
        assert word in placed[0].message("vi") + placed[0].message("en"), told


def test_two_answers_to_one_finding(tmp_path):
    _, (problem,) = read(tmp_path, GOOD + GOOD)
    assert (problem.row, problem.column) == (9, "1.finding")
    assert "line 2 has one" in problem.message("en")


def test_something_else_than_a_list(tmp_path):
    _, (problem,) = read(tmp_path, "finding: d9db4c2e0d0a\n")
    assert "một danh sách" in problem.message("vi")
    assert "a list" in problem.message("en")
