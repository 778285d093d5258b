"""Hồ sơ báo cáo (report.yml): what a report is, who issues it, to whom, on which data."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from poverty_evaluation.vocabulary.choices import (
    Audience,
    NumberFormat,
    ReportStatus,
    StyleProfile,
    ValueStatus,
    Vintage,
)


@dataclass(frozen=True, slots=True)
class Issuer:
    """Cơ quan ban hành. profile: people_committee, office, steering_committee."""

    profile: str
    name_vi: str
    name_en: str
    symbol: str = "BC-UBND"
    locality_vi: str = ""
    locality_en: str = ""
    superior_vi: str = ""
    superior_en: str = ""


@dataclass(frozen=True, slots=True)
class Signatory:
    authority: tuple[str, ...] = ()
    position: str = ""
    name: str = ""


#: What a blank mark in a table means when report.yml does not say otherwise ("none" reads as zero).
DEFAULT_BLANKS = {"-": "none", "…": "not_collected", "...": "not_collected", "x": "not_applicable", "KPS": "none"}


@dataclass(frozen=True, slots=True)
class ReportProfile:
    """The whole of report.yml."""

    place: str
    period: str
    kind: str
    title_vi: str
    data_from: date
    data_to: date
    as_of: date
    leading_standard: str
    issuer: Issuer
    title_en: str = ""
    programme_id: str = ""
    vintage: Vintage = Vintage.OFFICIAL
    addressees_vi: tuple[str, ...] = ()
    addressees_en: tuple[str, ...] = ()
    legal_bases: tuple[str, ...] = ()
    signatory: Signatory = Signatory()
    recipients_vi: tuple[str, ...] = ()
    recipients_en: tuple[str, ...] = ()
    status: ReportStatus = ReportStatus.DRAFT
    audience: Audience = Audience.SUPERIOR
    style_profile: StyleProfile = StyleProfile.DECREE_30
    number_formats: dict[str, NumberFormat] = field(default_factory=dict)
    blanks: dict[str, str] = field(default_factory=dict)
    invented: bool = False
    previous_period: str = ""
    year_before: str = ""
    start_period: str = ""
    made_of: tuple[str, ...] = ()
    notes_vi: tuple[str, ...] = ()
    notes_en: tuple[str, ...] = ()

    def number_format(self, file_name: str) -> NumberFormat:
        return self.number_formats.get(file_name, self.number_formats.get("default", NumberFormat.VI))

    def blank(self, text: str) -> ValueStatus | None:
        """What a mark that stands for no number means; None when it is no such mark. GIVEN means zero."""
        meaning = {**DEFAULT_BLANKS, **self.blanks}.get(text)
        if meaning is None:
            return None
        return ValueStatus.GIVEN if meaning == "none" else ValueStatus(meaning)
