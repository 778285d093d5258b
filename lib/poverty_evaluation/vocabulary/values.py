"""Giá trị chỉ tiêu: a number that a reader may see, with everything that says where it comes from."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from poverty_evaluation.vocabulary.choices import Qualifier, ValueStatus
from poverty_evaluation.vocabulary.sources import SourceCell, source_from_plain


@dataclass(frozen=True, slots=True)
class IndicatorValue:
    """One number of the evaluation.

    value is exact (counts and đồng integral, ratios and percentage points fractions of 1) or None, and then
    `status` says why. `operands` are ids of the values the formula used; `sources` are the received cells
    the value rests on, those of its operands included.
    """

    id: str
    indicator_id: str
    label_vi: str
    label_en: str
    value: Fraction | None
    unit: str
    unit_vi: str = ""
    unit_en: str = ""
    decimals: int = 0
    qualifier: Qualifier = Qualifier.EXACT
    status: ValueStatus = ValueStatus.GIVEN
    as_printed: str = ""
    place_code: str = ""
    period: str = ""
    as_of: str = ""
    formula: str = ""
    operands: tuple[str, ...] = ()
    sources: tuple[SourceCell, ...] = ()

    @property
    def dimensions(self) -> Mapping[str, str]:
        return parse_value_id(self.id)[1]

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


_ID = re.compile(
    r"(?P<indicator>[a-z][a-z0-9_]*)(?P<dimensions>(;[a-z_]+=[^;@=]+)*)@(?P<place>[^/@\s]+)/(?P<when>[^/@\s]+)"
)


def value_id(indicator_id: str, place_code: str, when: str, dimensions: Mapping[str, str] | None = None) -> str:
    """`<indicator_id>[;dimension=code…]@<place_code>/<as_of or period>`, dimensions in alphabetical order."""
    tail = "".join(f";{name}={code}" for name, code in sorted((dimensions or {}).items()))
    return f"{indicator_id}{tail}@{place_code}/{when}"


def parse_value_id(text: str) -> tuple[str, dict[str, str], str, str]:
    """Indicator, dimensions, place code, date or period of a value id. ValueError when it is none."""
    match = _ID.fullmatch(text)
    if not match:
        raise ValueError(f"not a value id: {text!r}; expected <indicator_id>[;dimension=code…]@<place_code>/<when>")
    pairs = [part.split("=", 1) for part in match["dimensions"].split(";") if part]
    return match["indicator"], dict(pairs), match["place"], match["when"]


def value_to_plain(value: IndicatorValue) -> dict[str, Any]:
    """A JSON-safe dict that `value_from_plain` reads back without loss; exact numbers as "n" or "n/d"."""
    return {
        "id": value.id,
        "indicator_id": value.indicator_id,
        "label_vi": value.label_vi,
        "label_en": value.label_en,
        "value": None if value.value is None else str(value.value),
        "unit": value.unit,
        "unit_vi": value.unit_vi,
        "unit_en": value.unit_en,
        "decimals": value.decimals,
        "qualifier": str(value.qualifier),
        "status": str(value.status),
        "as_printed": value.as_printed,
        "place_code": value.place_code,
        "period": value.period,
        "as_of": value.as_of,
        "formula": value.formula,
        "operands": list(value.operands),
        "sources": [{**cell.to_plain(), "document_line": cell.document_line} for cell in value.sources],
    }


def value_from_plain(plain: Mapping[str, Any]) -> IndicatorValue:
    """The inverse of `value_to_plain`."""
    return IndicatorValue(
        **{
            **plain,
            "value": None if plain["value"] is None else Fraction(plain["value"]),
            "qualifier": Qualifier(plain["qualifier"]),
            "status": ValueStatus(plain["status"]),
            "operands": tuple(plain["operands"]),
            "sources": tuple(map(source_from_plain, plain["sources"])),
        }
    )
