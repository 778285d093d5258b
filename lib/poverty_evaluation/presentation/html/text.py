"""Chữ và số trong trang: a line of text and numbers as HTML; each number can be followed by its id."""

from __future__ import annotations

import re
from html import escape

from poverty_evaluation.evaluation.blocks import Line, Number, Text
from poverty_evaluation.presentation import formatting
from poverty_evaluation.vocabulary.choices import ValueStatus

_ABSENT = (
    ValueStatus.MISSING,
    ValueStatus.NOT_COLLECTED,
    ValueStatus.NOT_APPLICABLE,
    ValueStatus.NOT_COMPARABLE,
    ValueStatus.UNDEFINED,
    ValueStatus.SUPPRESSED,
)
_UNSAFE_IN_ID = re.compile(r"[^A-Za-z0-9_-]+")


def number_html(number: Number, language: str) -> str:
    """A number that can be followed to its sources by its id."""
    classes = ["indicator"]
    if number.status is ValueStatus.DISPUTED:
        classes.append("disputed")
    if number.status is ValueStatus.UNREADABLE:
        classes.append("unreadable")
    if number.status in _ABSENT and number.value is None:
        classes.append("absent")
    if number.finding_ids:
        classes.append("has-findings")
    value = formatting.exact_decimal(number.value)
    text = escape(formatting.write(number, language))
    dagger = f'<sup class="sign">{formatting.DAGGER}</sup>' if formatting.mark(number) else ""
    return (
        f'<data class="{" ".join(classes)}" data-id="{escape(number.value_id)}" value="{value}">{text}</data>{dagger}'
    )


def line_html(line: Line, language: str) -> str:
    return "".join(_inline(part, language) for part in line)


def _inline(part: Text | Number, language: str) -> str:
    if isinstance(part, Number):
        return number_html(part, language)
    text = escape(part.text)
    if part.italic:
        text = f"<em>{text}</em>"
    if part.bold:
        text = f"<strong>{text}</strong>"
    return quoted_html(text, part.finding_id, part.source) if part.finding_id or part.source else text


def quoted_html(text: str, finding_id: str, source: str = "") -> str:
    """HTML whose figures are those of a finding or of the explanation of it: they can be followed by its id, or to the
    received file whose words they are."""
    named = {"data-finding": finding_id, "data-source": source}
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in named.items() if value)
    return f"<span{attributes}>{text}</span>" if attributes else text


def safe_id(text: str) -> str:
    """An id that can stand in HTML and in a CSS selector."""
    return "k-" + (_UNSAFE_IN_ID.sub("-", text).strip("-") or "0")
