"""Số liệu chính của các kỳ: what a finished report hands on to whoever compares several of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus, Vintage


@dataclass(frozen=True, slots=True)
class HeadlineFigure:
    """A figure of a review as a report tells it. id: that of the value in the report; standard_id and vintage: those of
    the review it belongs to; is_restated: added up on a territory that is not that of its date."""

    id: str
    indicator_id: str
    label_vi: str
    label_en: str
    place_code: str
    as_of: str
    standard_id: str
    vintage: Vintage
    value: Fraction | None
    unit: str
    decimals: int
    qualifier: Qualifier = Qualifier.EXACT
    status: ValueStatus = ValueStatus.GIVEN
    as_printed: str = ""
    is_restated: bool = False


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline of one finished report. file: the notebook it was read from; findings: how many by severity, empty
    where the report is for the public."""

    place: str
    period: str
    kind: str
    audience: str
    leading_standard: str
    vintage: Vintage
    as_of: str
    is_invented: bool
    figures: tuple[HeadlineFigure, ...]
    findings: Mapping[str, int]
    file: str = ""


@dataclass(frozen=True, slots=True)
class UnreadPeriod:
    """A period that takes no part in a comparison, and why."""

    period: str
    reason_vi: str
    reason_en: str

    def reason(self, language: str) -> str:
        return self.reason_en if language == "en" else self.reason_vi


@dataclass(frozen=True, slots=True)
class Headlines:
    """What was found of a place: its finished periods in order of time, and those that could not be read."""

    place: str
    found: tuple[Headline, ...]
    unread: tuple[UnreadPeriod, ...]


def figure_to_plain(figure: HeadlineFigure) -> dict[str, Any]:
    """A JSON-safe dict that `figure_from_plain` reads back; exact numbers as "n" or "n/d"."""
    return {
        "id": figure.id,
        "indicator_id": figure.indicator_id,
        "label_vi": figure.label_vi,
        "label_en": figure.label_en,
        "place_code": figure.place_code,
        "as_of": figure.as_of,
        "standard_id": figure.standard_id,
        "vintage": str(figure.vintage),
        "value": None if figure.value is None else str(figure.value),
        "unit": figure.unit,
        "decimals": figure.decimals,
        "qualifier": str(figure.qualifier),
        "status": str(figure.status),
        "as_printed": figure.as_printed,
        "is_restated": figure.is_restated,
    }


def figure_from_plain(plain: Mapping[str, Any]) -> HeadlineFigure:
    """The inverse of `figure_to_plain`. KeyError, TypeError or ValueError for what is none."""
    return HeadlineFigure(
        **{
            **plain,
            "value": None if plain["value"] is None else Fraction(plain["value"]),
            "vintage": Vintage(plain["vintage"]),
            "qualifier": Qualifier(plain["qualifier"]),
            "status": ValueStatus(plain["status"]),
        }
    )
