"""Lời văn của đơn vị (narrative/*.md): the office's own prose, where no digit may stand outside a reference."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from poverty_evaluation.ingest.positions import Where, quoted
from poverty_evaluation.vocabulary.errors import InputProblem

_REFERENCE = re.compile(r"\{[^{}\n]*\}")
#: Unicode categories of what a reader takes for a digit: 7, ², ½; letters such as Ⅳ are not among them.
_DIGITS = ("Nd", "No")
_SHOWN_AROUND = 20


def read_narrative(folder: Path, data_root: Path) -> tuple[dict[str, str], list[InputProblem]]:
    """The texts by name (`leadership`, and `en/leadership` for English), and every line that breaks the rule."""
    texts: dict[str, str] = {}
    problems: list[InputProblem] = []
    base = folder / "narrative"
    for path in sorted(base.rglob("*.md")) if base.is_dir() else []:
        where = Where(path.relative_to(data_root).as_posix())
        try:
            text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
        except UnicodeDecodeError:
            problems.append(
                where.problem(
                    ("tệp văn bản mã UTF-8", "a text file in UTF-8"),
                    ("một mã chữ khác", "another encoding"),
                    ("Lưu lại tệp bằng mã UTF-8.", "Save the file as UTF-8."),
                )
            )
            continue
        texts[unicodedata.normalize("NFC", path.relative_to(base).with_suffix("").as_posix())] = text
        problems += _broken_lines(text, where)
    return texts, problems


def _broken_lines(text: str, where: Where) -> list[InputProblem]:
    problems = []
    for number, line in enumerate(text.split("\n"), 1):
        bare = _REFERENCE.sub("", line)
        at = where.at(row=number)
        if "{" in bare or "}" in bare:
            problems.append(
                at.problem(
                    ("dấu ngoặc nhọn đóng mở trên cùng một dòng", "braces opened and closed on one line"),
                    quoted(line.strip()),
                    (
                        "Viết tham chiếu đầy đủ, ví dụ {doc:549-CV/TU}.",
                        "Write the reference in full, such as {doc:549-CV/TU}.",
                    ),
                )
            )
        elif (digit := _first_digit(bare)) is not None:
            problems.append(
                at.problem(
                    ("lời văn không có chữ số ngoài dấu {…}", "prose without digits outside {…}"),
                    quoted(bare[max(0, digit - _SHOWN_AROUND) : digit + _SHOWN_AROUND].strip()),
                    (
                        "Thay con số bằng tham chiếu tới một giá trị, văn bản hoặc tên gọi.",
                        "Replace the number by a reference to a value, a document or a name.",
                    ),
                )
            )
    return problems


def _first_digit(text: str) -> int | None:
    return next((at for at, letter in enumerate(text) if unicodedata.category(letter) in _DIGITS), None)
