"""Lời văn của đơn vị (narrative/*.md): the office's own prose, where no digit may stand outside a reference."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

from poverty_evaluation.vocabulary.errors import InputProblem

_REFERENCE = re.compile(r"\{[^{}\n]*\}")
_DIGIT = re.compile(r"\d")


def read_narrative(folder: Path, data_root: Path) -> tuple[dict[str, str], list[InputProblem]]:
    """The texts by name (`leadership`, and `en/leadership` for English), and every line that breaks the rule."""
    texts: dict[str, str] = {}
    problems: list[InputProblem] = []
    base = folder / "narrative"
    for path in sorted(base.rglob("*.md")) if base.exists() else []:
        text = unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))
        texts[path.relative_to(base).with_suffix("").as_posix()] = text
        problems += _digits(text, path.relative_to(data_root).as_posix())
    return texts, problems


def _digits(text: str, file: str) -> list[InputProblem]:
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        bare = _REFERENCE.sub("", line)
        if "{" in bare or "}" in bare:
            problems.append(
                InputProblem(
                    "dấu ngoặc nhọn đóng mở trên cùng một dòng",
                    "braces opened and closed on one line",
                    f"“{line.strip()[:80]}”",
                    f"“{line.strip()[:80]}”",
                    "Viết tham chiếu đầy đủ, ví dụ {doc:549-CV/TU}.",
                    "Write the reference in full, such as {doc:549-CV/TU}.",
                    file=file,
                    row=number,
                )
            )
        elif digit := _DIGIT.search(bare):
            problems.append(
                InputProblem(
                    "lời văn không có chữ số ngoài dấu {…}",
                    "prose without digits outside {…}",
                    f"“{bare[max(0, digit.start() - 20) : digit.start() + 20].strip()}”",
                    f"“{bare[max(0, digit.start() - 20) : digit.start() + 20].strip()}”",
                    "Thay con số bằng tham chiếu tới một giá trị, văn bản hoặc tên gọi.",
                    "Replace the number by a reference to a value, a document or a name.",
                    file=file,
                    row=number,
                )
            )
    return problems
