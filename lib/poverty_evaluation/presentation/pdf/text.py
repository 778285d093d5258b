"""Chữ và số của bản PDF: a line of text and numbers as Typst content."""

from __future__ import annotations

from collections.abc import Iterable

from poverty_evaluation.evaluation.blocks import Line, Number, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.presentation.pdf.typesetting import literal


def line_typst(line: Line, language: str) -> str:
    return f"join({', '.join(_inline(part, language) for part in line)})" if line else '""'


def _inline(part: Text | Number, language: str) -> str:
    if isinstance(part, Number):
        return number_typst(part, language)
    text = literal(part.text)
    if part.italic:
        text = f"emph({text})"
    return f"strong({text})" if part.bold else text


def number_typst(number: Number, language: str) -> str:
    text = literal(formatting.write(number, language))
    return f"join({text}, sign({literal(formatting.DAGGER)}))" if formatting.mark(number) else text


def content_array(parts: Iterable[str]) -> str:
    """Pieces of content as one array."""
    return f"({''.join(part + ',' for part in parts)})"
