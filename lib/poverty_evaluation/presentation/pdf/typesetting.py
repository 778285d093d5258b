"""Dàn trang: the layout file, string literals and the Typst compiler with our fonts only, making tagged PDF/A."""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import typst

from poverty_evaluation.presentation.fonts import FILES, FOLDER
from poverty_evaluation.presentation.wording import Wording

#: The date of a PDF whose source has none.
NO_DATE = datetime(2000, 1, 1, tzinfo=UTC)

ZERO_WIDTH_SPACE = "\u200b"
_STANDARDS: list[Any] = ["a-3a", "ua-1"]
_LAYOUT = Path(__file__).parent / "layout.typ"
#: Letters, digits and signs that both families certainly have; anything else is looked up in the fonts.
_SURE = frozenset(chr(code) for code in range(0x20, 0x7F)) | frozenset(
    "ÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝàáâãèéêìíòóôõùúýĂăĐđĨĩŨũƠơƯư–—‘’“”…†≥≤≈×§°\u00a0\u200b\n"
) | frozenset(chr(code) for code in range(0x1EA0, 0x1EFA))  # fmt: skip


class PDFError(RuntimeError):
    """The PDF could not be made; the message says where and why."""


def literal(text: str) -> str:
    """A Typst string literal: inside it nothing is markup, math, a reference or code."""
    plain = _printable(unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\t", "    ")))
    escaped = plain.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def array(texts: Iterable[str]) -> str:
    return "(" + "".join(f"{literal(text)}," for text in texts) + ")"


def document_arguments(title: str, words: Wording) -> str:
    return f'title: {literal(title)}, language: "{words.language}", region: "{words.region}"'


@functools.cache
def layout() -> str:
    return _LAYOUT.read_text(encoding="utf-8")


@functools.cache
def _compiler() -> typst.Compiler:
    fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FOLDER)])
    return typst.Compiler(font_paths=fonts)


def compile_pdf(source: str, moment: datetime, root: str | None = None) -> bytes:
    try:
        made = _compiler().compile(
            source.encode(),
            format="pdf",
            pdf_standards=_STANDARDS,
            timestamp=int(moment.timestamp()),
            root=root,
        )
    except typst.TypstError as error:
        raise PDFError(f"{error.message}\n{error.diagnostic}") from error
    if not isinstance(made, bytes):
        raise PDFError("the compiler gave no PDF")
    return made


def compile_pictures(source: str, dots_per_inch: int) -> list[bytes]:
    """Each page of the source as a PNG."""
    try:
        made: Any = _compiler().compile(source.encode(), format="png", ppi=dots_per_inch)
    except typst.TypstError as error:
        raise PDFError(f"{error.message}\n{error.diagnostic}") from error
    return [made] if isinstance(made, bytes) else list(made)


def _printable(text: str) -> str:
    """The text with every character that our fonts lack written as its code, so that it is neither lost nor fatal."""
    if not set(text) - _SURE:
        return text
    covered = _covered()
    return "".join(
        character if character == "\n" or ord(character) in covered or character == ZERO_WIDTH_SPACE
        else "" if unicodedata.category(character) in ("Cc", "Cf", "Cs") else f"[U+{ord(character):04X}]"
        for character in text
    )  # fmt: skip


@functools.cache
def _covered() -> frozenset[int]:
    """Code points that all our fonts have."""
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # only a text with rare characters needs the tables of the fonts

    maps = [set(TTFont(path, lazy=True).getBestCmap()) for path in FILES]
    return frozenset(set.intersection(*maps))
