"""Cách viết số trong phát hiện: numbers of a recomputation, written as the readers of a finding know them."""

from __future__ import annotations

from fractions import Fraction

from poverty_evaluation.ingest.checks.figures import Figure
from poverty_evaluation.vocabulary.choices import FigureKind
from poverty_evaluation.vocabulary.quantities import write_money, write_number, write_percent


def amount(value: Fraction, like: Figure) -> str:
    """A value of the same kind as `like`, in Vietnamese format with its unit."""
    if like.kind in (FigureKind.MONEY, FigureKind.WORDS):
        return write_money(value)
    if like.unit_code == "ratio" or like.kind is FigureKind.RATE:
        return write_percent(value, 2)
    return f"{count(value)} {like.unit_name}".strip()


def amount_en(value: Fraction, like: Figure) -> str:
    """The same in English format; a count goes without its unit, which the quoted figure beside it has."""
    if like.kind in (FigureKind.MONEY, FigureKind.WORDS):
        return write_money(value, "en")
    if like.unit_code == "ratio" or like.kind is FigureKind.RATE:
        return write_percent(value, 2, "en")
    return count(value, "en")


def count(value: Fraction, language: str = "vi") -> str:
    return write_number(value, 0 if value.denominator == 1 else 2, language, trim=True)


def dong(value: Fraction) -> str:
    """An amount of money to the đồng."""
    return f"{write_number(value, 0)} đồng"


def dong_en(value: Fraction) -> str:
    return f"VND {write_number(value, 0, 'en')}"
