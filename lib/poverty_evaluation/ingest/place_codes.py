"""Mã đơn vị hành chính: the place a row is about, from a code or a name; doubts are told, never decided in silence."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from poverty_evaluation.ingest.positions import Pair, Refusal, Where, with_hint
from poverty_evaluation.reference import Place, PlaceMatch, Places
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity, finding_id

_CODE_LENGTHS = (2, 3, 5)


@dataclass(frozen=True, slots=True)
class PlaceReading:
    """The code of the place meant, and what is doubtful about it (vi, en) where something is."""

    place_code: str
    doubt: Pair | None = None

    def finding(self, where: Where, text: str, on: date | None) -> Finding | None:
        """The doubt as a warning at its cell."""
        if self.doubt is None:
            return None
        return Finding(
            id=finding_id(FindingKind.MAPPING, [where.file, where.sheet, text, self.place_code, str(on or "")]),
            severity=Severity.WARNING,
            kind=FindingKind.MAPPING,
            message_vi=self.doubt[0],
            message_en=self.doubt[1],
            file=where.file,
            sheet=where.sheet,
            row=where.row,
            column=where.column,
            quote=text,
            stated=text,
            computed=self.place_code,
        )


def read_place(text: str, places: Places, within: str, on: date | None) -> PlaceReading | Refusal:
    """The place of a code or name on a date, looked for first within the reporting place.

    One candidate is taken; several are listed, none names the nearest. A unit type that the place did not have on
    that date, a place that was not there then, or one outside the reporting place is a doubt.
    """
    match = places.resolve_name(text, within or None, on) if within else places.resolve_name(text, on=on)
    outside = False
    if match.place is None and not match.is_ambiguous and within:
        anywhere = places.resolve_name(text, on=on)
        outside = bool(anywhere.candidates)
        match = anywhere if outside else match
    if match.is_ambiguous:
        return _ambiguous(text, match)
    if match.place is None:
        return _unknown(text, match, places)
    place = match.place
    outside = outside or (bool(within) and not _was_within(place, places, within, on))
    return PlaceReading(place.place_code, _doubt(text, match, place, outside))


def _was_within(place: Place, places: Places, within: str, on: date | None) -> bool:
    return places.is_within(place.place_code, within, on) or places.is_within(place.place_code, within)


def _doubt(text: str, match: PlaceMatch, place: Place, outside: bool) -> Pair | None:
    if outside:
        return (
            f"“{text}” là {place.full_name_vi} ({place.place_code}), không thuộc địa bàn của báo cáo.",
            f"“{text}” is {place.name_en} ({place.place_code}), outside the place the report is about.",
        )
    if not match.in_force:
        return (
            f"“{text}” ({place.place_code}) không phải một đơn vị hành chính tại thời điểm này.",
            f"“{text}” ({place.place_code}) was no administrative unit on that date.",
        )
    if not match.type_agrees:
        return (
            f"“{text}” tại thời điểm này là {place.full_name_vi} ({place.place_code}).",
            f"“{text}” was {place.name_en} ({place.place_code}) on that date.",
        )
    return None


def _ambiguous(text: str, match: PlaceMatch) -> Refusal:
    listed = "; ".join(f"{place.place_code} {place.full_name_vi}" for place in match.candidates)
    return Refusal(
        ("một đơn vị hành chính duy nhất", "a single place"),
        text,
        (
            f"Tên này khớp với {listed}; ghi mã đơn vị hành chính thay cho tên.",
            f"The name matches {listed}; write the place code instead.",
        ),
    )


def _unknown(text: str, match: PlaceMatch, places: Places) -> Refusal:
    near = _padded_codes(text, places) or match.suggestions
    hint = ("", "")
    if near:
        listed = ", ".join(near)
        hint = f"Có phải: {listed}?", f"Did you mean: {listed}?"
    remedy = (
        "Sửa tên hoặc mã, hoặc bổ sung vào data/reference/places.csv.",
        "Mend the name or code, or add it to data/reference/places.csv.",
    )
    return Refusal(("một đơn vị hành chính đã biết", "a known place"), text, with_hint(remedy, hint))


def _padded_codes(text: str, places: Places) -> tuple[str, ...]:
    """Codes that lost their zeros in a spreadsheet: 7213 for 07213."""
    if not text.isdecimal():
        return ()
    codes = dict.fromkeys(text.zfill(length) for length in _CODE_LENGTHS)
    return tuple(f"{code} ({places.place(code).full_name_vi})" for code in codes if code != text and code in places)
