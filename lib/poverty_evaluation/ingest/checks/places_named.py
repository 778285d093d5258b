"""Phát hiện của từng địa bàn: a finding on a place other than the report's own begins with the name of that place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from poverty_evaluation.reference import Place, Places
from poverty_evaluation.vocabulary.findings import Finding
from poverty_evaluation.vocabulary.values import parse_value_id


def naming_places(findings: Iterable[Finding], places: Places, own_code: str) -> Iterator[Finding]:
    """The same findings, each with the place whose figures it holds against one another, unless it names it itself."""
    for finding in findings:
        place = _place(finding, places, own_code)
        name_vi, name_en = (place.full_name("vi"), place.full_name("en")) if place is not None else ("", "")
        if place is None or name_vi.casefold() in finding.message_vi.casefold():
            yield finding
            continue
        yield replace(
            finding,
            message_vi=f"{name_vi[:1].upper()}{name_vi[1:]}: {_inside(finding.message_vi)}",
            message_en=f"{name_en}: {_inside(finding.message_en)}",
        )


def _place(finding: Finding, places: Places, own_code: str) -> Place | None:
    """The one place of the figures, on their latest date; None for the report's own, and for several."""
    told = [parse_value_id(identity)[2:] for identity in finding.indicator_ids]
    codes = {code for code, _ in told}
    if len(codes) != 1 or own_code in codes:
        return None
    days = [date.fromisoformat(when) for _, when in told if len(when) == len("2017-12-31")]
    return places.find(codes.pop(), max(days)) if days else None


def _inside(message: str) -> str:
    """A sentence after a colon; one that begins with a quotation or an abbreviation stays as it is."""
    return message if message[1:2].isupper() else message[:1].lower() + message[1:]
