"""Chuẩn nghèo: poverty standards as the decrees set them, each for the years it applies to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from poverty_evaluation.reference.reading import Record

NATIONAL = "national"


class HouseholdClass(StrEnum):
    """Loại hộ theo chuẩn nghèo."""

    POOR = "poor"  # hộ nghèo
    NEAR_POOR = "near_poor"  # hộ cận nghèo
    AVERAGE = "average"  # hộ có mức sống trung bình


class Area(StrEnum):
    """Khu vực."""

    RURAL = "rural"  # nông thôn
    URBAN = "urban"  # thành thị


class ClassificationMethod(StrEnum):
    """Cách xác định hộ nghèo, hộ cận nghèo: how income and deprivations are put together.

    Written with I the monthly income per person, L_poor and L_near the lines, D the count of deprivations, c the
    cut-off.
    """

    INCOME = "income"  # poor: I ≤ L_poor; near-poor: L_poor < I ≤ L_near
    INCOME_OR_DEPRIVATION = (
        "income_or_deprivation"  # poor: I ≤ L_poor, or I ≤ L_near and D ≥ c; near-poor: rest ≤ L_near
    )
    INCOME_AND_DEPRIVATION = "income_and_deprivation"  # poor: I ≤ L_poor and D ≥ c; near-poor: I ≤ L_poor and D < c
    STATED = "stated"  # by the words of the rule alone: what another field counts, such as an access or a quality


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """Mức thu nhập: the highest monthly income per person, in đồng, at which a household can be of the class."""

    household_class: HouseholdClass
    area: Area
    vnd_per_person_month: int
    source: str
    verified: bool


@dataclass(frozen=True, slots=True)
class DeprivationIndicator:
    """Chỉ số đo lường mức độ thiếu hụt dịch vụ xã hội cơ bản.

    `verified` speaks of the indicator being in the standard, `threshold_verified` of the wording of its threshold.
    """

    id: str
    service: str
    label_vi: str
    label_en: str
    threshold_vi: str
    source: str
    verified: bool
    threshold_verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class PovertyStandard:
    """Một chuẩn nghèo: a decree by an issuer (`national`, or the code of the province that set its own).

    `valid_from` and `valid_to` bound the reviews it applies to, both days included; `in_force_from` is the day the
    instrument came into force, which may be later (2016) or earlier (2021).
    """

    id: str
    label_vi: str
    label_en: str
    issuer: str
    issuer_vi: str
    issuer_en: str
    instrument: str
    instrument_date: date | None
    in_force_from: date | None
    valid_from: date
    valid_to: date
    extended_by: tuple[str, ...]
    amended_by: tuple[str, ...]
    method: ClassificationMethod
    deprivation_cutoff: int | None
    rule_vi: str
    rule_en: str
    lines: tuple[IncomeLine, ...]
    deprivations: tuple[DeprivationIndicator, ...]
    note_vi: str
    note_en: str
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi

    def line(self, household_class: HouseholdClass, area: Area) -> IncomeLine | None:
        """The income line of a class in an area; None where the standard sets none."""
        wanted = (household_class, area)
        return next((line for line in self.lines if (line.household_class, line.area) == wanted), None)

    def applies_on(self, on: date) -> bool:
        return self.valid_from <= on <= self.valid_to


def standard_from(record: Record) -> PovertyStandard:
    """One entry of standards.yml. A line or indicator without a source of its own has that of the standard."""
    source = record.text("source", required=True)
    lines = tuple(_line_from(line, source) for line in record.records("lines"))
    deprivations = tuple(_deprivation_from(one, source) for one in record.records("deprivations", "id"))
    standard = PovertyStandard(
        id=record.text("id", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        issuer=record.text("issuer", required=True),
        issuer_vi=record.text("issuer_vi", required=True),
        issuer_en=record.text("issuer_en", required=True),
        instrument=record.text("instrument", required=True),
        instrument_date=record.day("instrument_date"),
        in_force_from=record.day("in_force_from"),
        valid_from=record.day("valid_from", required=True) or date.min,
        valid_to=record.day("valid_to", required=True) or date.max,
        extended_by=record.texts("extended_by"),
        amended_by=record.texts("amended_by"),
        method=record.choice("method", ClassificationMethod),
        deprivation_cutoff=record.integer("deprivation_cutoff"),
        rule_vi=record.text("rule_vi", required=True),
        rule_en=record.text("rule_en", required=True),
        lines=lines,
        deprivations=deprivations,
        note_vi=record.text("note_vi"),
        note_en=record.text("note_en"),
        source=source,
        verified=record.flag("verified"),
    )
    record.close()
    _check(record, standard)
    return standard


def _line_from(record: Record, source: str) -> IncomeLine:
    line = IncomeLine(
        household_class=record.choice("household_class", HouseholdClass),
        area=record.choice("area", Area),
        vnd_per_person_month=record.integer("vnd_per_person_month", required=True) or 0,
        source=record.text("source") or source,
        verified=record.flag("verified"),
    )
    record.close()
    return line


def _deprivation_from(record: Record, source: str) -> DeprivationIndicator:
    indicator = DeprivationIndicator(
        id=record.text("id", required=True),
        service=record.text("service", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        threshold_vi=record.text("threshold_vi", required=True),
        source=record.text("source") or source,
        verified=record.flag("verified"),
        threshold_verified=record.flag("threshold_verified"),
    )
    record.close()
    return indicator


def _check(record: Record, standard: PovertyStandard) -> None:
    if standard.valid_to < standard.valid_from:
        record.refuse(
            "valid_to",
            (f"ngày không trước {standard.valid_from}", f"a date not before {standard.valid_from}"),
            (str(standard.valid_to), str(standard.valid_to)),
            ("Sửa một trong hai ngày.", "Mend one of the two dates."),
        )
    by_deprivations = (ClassificationMethod.INCOME_OR_DEPRIVATION, ClassificationMethod.INCOME_AND_DEPRIVATION)
    if standard.method in by_deprivations and standard.deprivation_cutoff is None:
        record.refuse(
            "deprivation_cutoff",
            ("số chỉ số thiếu hụt tối thiểu", "the least count of deprivations"),
            ("trống", "nothing"),
            ("Điền số nguyên, ví dụ 3.", "Fill in a whole number, e.g. 3."),
        )
    for key, names in (
        ("lines", [f"{line.household_class}/{line.area}" for line in standard.lines]),
        ("deprivations", [one.id for one in standard.deprivations]),
    ):
        twice = sorted({name for name in names if names.count(name) > 1})
        if twice:
            record.refuse(
                key,
                ("mỗi mục một lần", "each entry once"),
                (f"hai lần: {', '.join(twice)}", f"twice: {', '.join(twice)}"),
                ("Giữ lại một mục.", "Keep one of them."),
            )


def check_standards(pairs: Iterable[tuple[Record, PovertyStandard]]) -> None:
    """Refuse two standards of one issuer that apply on the same day."""
    earlier: list[PovertyStandard] = []
    for record, standard in pairs:
        for other in earlier:
            same_days = standard.valid_from <= other.valid_to and other.valid_from <= standard.valid_to
            if standard.issuer == other.issuer and standard.id != other.id and same_days:
                record.refuse(
                    "valid_from",
                    (f"thời gian không trùng với “{other.id}”", f"a time that does not overlap “{other.id}”"),
                    (
                        f"{standard.valid_from} – {standard.valid_to}",
                        f"{standard.valid_from} – {standard.valid_to}",
                    ),
                    ("Sửa thời gian áp dụng của một trong hai chuẩn.", "Mend the time of one of the two standards."),
                )
        earlier.append(standard)
