"""Câu chữ cố định: every pattern that a rule may choose is worded as administrative texts are."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator
from pathlib import Path

import poverty_evaluation
from poverty_evaluation.evaluation import wording
from poverty_evaluation.evaluation.patterns import Pattern

ROOM = Path(poverty_evaluation.__file__).parent
#: Where a pattern is made of another one, or of a text that was chosen already.
_DERIVED = {"evaluation/patterns.py", "evaluation/tables/funds.py"}
_PRAISE_VI = (
    "nhanh|đáng kể|tích cực|hiệu quả|vượt bậc|xuất sắc|nổi bật|đáng mừng|mạnh mẽ|toàn diện|rõ rệt|"
    "(?<!giảm nghèo )bền vững"
)
_PRAISE_EN = r"\b(rapid|rapidly|remarkable|impressive|excellent|successful|successfully|significantly|strongly)\b"


def _patterns() -> Iterator[tuple[str, Pattern]]:
    for found in pkgutil.iter_modules(wording.__path__):
        module = importlib.import_module(f"{wording.__name__}.{found.name}")
        for name, item in vars(module).items():
            members = item.values() if isinstance(item, dict) else [item]
            yield from ((f"{found.name}.{name}", member) for member in members if isinstance(member, Pattern))


def _breaches(vi: str, en: str) -> list[str]:
    wrong_vi, wrong_en = re.compile(vi, re.IGNORECASE), re.compile(en, re.IGNORECASE)
    return [name for name, told in _patterns() if wrong_vi.search(told.vi) or wrong_en.search(told.en)]


def test_nothing_is_praised_by_rule() -> None:
    assert _breaches(_PRAISE_VI, _PRAISE_EN) == []


def test_spelling() -> None:
    assert _breaches(r"\bluỹ|\btỉ (lệ|đồng)|\bkì\b|\buỷ|\bquí\b|\bxoá\b|\bhoá\b", r"\bpoverty-rate\b") == []


def test_spaces_and_punctuation() -> None:
    wrong = r"  |\w [,.;:](\s|$)|,,|;;|[,;]\."
    assert _breaches(wrong, wrong) == []


def test_the_sign_is_in_the_verb() -> None:
    assert _breaches(r"(giảm|tăng) [-−+]", r"(fall of|rise of) [-−+]") == []


def test_no_percent_sign_follows_a_change_of_rate() -> None:
    """The number brings its unit along: points their words, a rate its sign."""
    assert _breaches(r"\{points\} ?%", r"\{points\} ?%") == []


def test_patterns_are_made_in_the_wording_and_nowhere_else() -> None:
    """So that every sentence can be read in one place, and checked as above."""
    for path in sorted(ROOM.rglob("*.py")):
        where = path.relative_to(ROOM).as_posix()
        if where.startswith("evaluation/wording/") or where in _DERIVED:
            continue
        calls = [node for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))) if isinstance(node, ast.Call)]
        made = [node.lineno for node in calls if isinstance(node.func, ast.Name) and node.func.id == "Pattern"]
        assert made == [], where


def test_no_literal_of_the_wording_holds_a_digit() -> None:
    """Numbers are values; a digit in the wording would be one that nobody computed. Docstrings are no wording."""
    for path in sorted((ROOM / "evaluation" / "wording").glob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        documented = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documented:
                assert not re.search(r"\d", node.value), f"{path.name}:{node.lineno}: {node.value}"
