"""Chương trình mục tiêu: programmes with their components, sub-projects, targets and money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from poverty_evaluation.reference.reading import Record


class TargetKind(StrEnum):
    """Loại chỉ tiêu: a level to reach, points to fall by, households, or a relative change."""

    LEVEL = "level"
    REDUCTION_PP = "reduction_pp"
    HOUSEHOLDS = "households"
    RELATIVE = "relative"


class TargetDirection(StrEnum):
    """Chiều của chỉ tiêu."""

    DOWN = "down"
    UP = "up"


@dataclass(frozen=True, slots=True)
class SubProject:
    """Tiểu dự án: a part of a component; code `component-1-2`."""

    code: str
    label_vi: str
    label_en: str
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class Component:
    """Dự án thành phần: code `component-1`, `component-2` …, short_vi as officers write it (`Dự án 1`)."""

    code: str
    short_vi: str
    short_en: str
    label_vi: str
    label_en: str
    sub_projects: tuple[SubProject, ...]
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class ProgrammeTarget:
    """Chỉ tiêu của chương trình, in the unit its document prints; `value_to` is empty unless a range is set."""

    id: str
    label_vi: str
    label_en: str
    kind: TargetKind
    direction: TargetDirection
    value_from: Fraction
    value_to: Fraction | None
    unit: str
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class ProgrammeMoney:
    """Kinh phí của chương trình, in whole đồng, by source of money."""

    id: str
    label_vi: str
    label_en: str
    vnd: int
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class Programme:
    """Một chương trình mục tiêu trong một giai đoạn."""

    id: str
    label_vi: str
    label_en: str
    short_vi: str
    short_en: str
    instrument: str
    instrument_date: date | None
    valid_from: date
    valid_to: date
    components: tuple[Component, ...]
    targets: tuple[ProgrammeTarget, ...]
    money: tuple[ProgrammeMoney, ...]
    note_vi: str
    note_en: str
    source: str
    verified: bool

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi

    def component(self, code: str) -> Component | None:
        return next((one for one in self.components if one.code == code), None)

    def codes_above(self, code: str) -> tuple[str, ...]:
        """A code and, for a sub-project, that of its component."""
        owner = next((one.code for one in self.components if code in {part.code for part in one.sub_projects}), "")
        return (code, owner) if owner else (code,)

    @property
    def component_codes(self) -> tuple[str, ...]:
        """The codes of components and sub-projects, each component before its own."""
        codes: list[str] = []
        for component in self.components:
            codes += [component.code, *(one.code for one in component.sub_projects)]
        return tuple(codes)


def programme_from(record: Record) -> Programme:
    """One entry of programmes.yml. A part without a source of its own has that of the programme."""
    source = record.text("source", required=True)
    components = tuple(_component_from(one, source) for one in record.records("components", "code"))
    targets = tuple(_target_from(one, source) for one in record.records("targets", "id"))
    money = tuple(_money_from(one, source) for one in record.records("money", "id"))
    programme = Programme(
        id=record.text("id", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        short_vi=record.text("short_vi", required=True),
        short_en=record.text("short_en", required=True),
        instrument=record.text("instrument", required=True),
        instrument_date=record.day("instrument_date"),
        valid_from=record.day("valid_from", required=True) or date.min,
        valid_to=record.day("valid_to", required=True) or date.max,
        components=components,
        targets=targets,
        money=money,
        note_vi=record.text("note_vi"),
        note_en=record.text("note_en"),
        source=source,
        verified=record.flag("verified"),
    )
    record.close()
    _check_once(record, "components", programme.component_codes)
    _check_once(record, "targets", tuple(one.id for one in targets))
    _check_once(record, "money", tuple(one.id for one in money))
    return programme


def _component_from(record: Record, source: str) -> Component:
    own = record.text("source") or source
    component = Component(
        code=record.text("code", required=True),
        short_vi=record.text("short_vi", required=True),
        short_en=record.text("short_en", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        sub_projects=tuple(_sub_project_from(one, own) for one in record.records("sub_projects", "code")),
        source=own,
        verified=record.flag("verified"),
    )
    record.close()
    return component


def _sub_project_from(record: Record, source: str) -> SubProject:
    sub_project = SubProject(
        code=record.text("code", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        source=record.text("source") or source,
        verified=record.flag("verified"),
    )
    record.close()
    return sub_project


def _target_from(record: Record, source: str) -> ProgrammeTarget:
    target = ProgrammeTarget(
        id=record.text("id", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        kind=record.choice("kind", TargetKind),
        direction=record.choice("direction", TargetDirection),
        value_from=record.decimal("value_from", required=True) or Fraction(0),
        value_to=record.decimal("value_to"),
        unit=record.text("unit", required=True),
        source=record.text("source") or source,
        verified=record.flag("verified"),
    )
    record.close()
    return target


def _money_from(record: Record, source: str) -> ProgrammeMoney:
    money = ProgrammeMoney(
        id=record.text("id", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        vnd=record.integer("vnd", required=True) or 0,
        source=record.text("source") or source,
        verified=record.flag("verified"),
    )
    record.close()
    return money


def _check_once(record: Record, key: str, names: tuple[str, ...]) -> None:
    twice = sorted({name for name in names if name and names.count(name) > 1})
    if twice:
        record.refuse(
            key,
            ("mỗi mã một lần", "each code once"),
            (f"hai lần: {', '.join(twice)}", f"twice: {', '.join(twice)}"),
            ("Đặt mã khác cho một trong hai mục.", "Give one of the two another code."),
        )
