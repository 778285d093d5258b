"""Chính sách, hoạt động giảm nghèo: measures and the groups a report tells them in."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from poverty_evaluation.reference.reading import Record
from poverty_evaluation.reference.registry import Registry

MEASURE_COLUMNS = (
    "measure_code",
    "label_vi",
    "label_en",
    "group_code",
    "programme_id",
    "component_code",
    "level",
    "legal_basis",
    "organisation_code",
    "benefit",
    "source",
    "verified",
)
#: Columns that a data root may leave out.
MEASURE_OPTIONAL_COLUMNS = ("subject", "beneficiary_groups")
MEASURE_GROUP_COLUMNS = ("group_code", "label_vi", "label_en", "parent_code")


class MeasureLevel(StrEnum):
    """Ai đặt ra chính sách."""

    CITY = "city"  # cơ chế đặc thù của thành phố
    STATE = "state"  # chính sách của Nhà nước
    ORGANISATION = "organisation"  # hoạt động của MTTQ, tổ chức chính trị - xã hội
    PROGRAMME = "programme"  # dự án của chương trình mục tiêu
    COMMUNICATION = "communication"  # tuyên truyền


class Benefit(StrEnum):
    """Hình thức hỗ trợ."""

    CASH = "cash"
    IN_KIND = "in_kind"
    CREDIT = "credit"
    SERVICE = "service"
    TRAINING = "training"
    INFORMATION = "information"


class MeasureSubject(StrEnum):
    """Biểu chuyên đề mà chính sách thuộc về: the customary table that tells of a measure."""

    CREDIT = "credit"  # tín dụng chính sách
    HOUSING = "housing"  # nhà ở
    MODEL = "model"  # mô hình, dự án sinh kế
    TRAINING = "training"  # tập huấn
    COMMUNICATION = "communication"  # truyền thông
    INSPECTION = "inspection"  # kiểm tra, giám sát
    NONE = ""


SUBJECT_NAMES: Mapping[MeasureSubject, tuple[str, str]] = {
    MeasureSubject.CREDIT: ("Tín dụng chính sách", "Policy credit"),
    MeasureSubject.HOUSING: ("Hỗ trợ nhà ở", "Housing support"),
    MeasureSubject.MODEL: ("Mô hình, dự án sinh kế", "Livelihood models"),
    MeasureSubject.TRAINING: ("Tập huấn", "Training"),
    MeasureSubject.COMMUNICATION: ("Thông tin, truyền thông", "Communication"),
    MeasureSubject.INSPECTION: ("Kiểm tra, giám sát, đánh giá", "Inspection, monitoring and evaluation"),
}


@dataclass(frozen=True, slots=True)
class Measure:
    """Một chính sách hoặc hoạt động; legal_basis holds document symbols, beneficiary_groups who is entitled."""

    measure_code: str
    label_vi: str
    label_en: str
    group_code: str
    programme_id: str
    component_code: str
    level: MeasureLevel
    legal_basis: tuple[str, ...]
    organisation_code: str
    benefit: Benefit
    source: str
    verified: bool
    subject: MeasureSubject = MeasureSubject.NONE
    beneficiary_groups: tuple[str, ...] = ()

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


@dataclass(frozen=True, slots=True)
class MeasureGroup:
    """Nhóm chính sách; parent_code is empty for a group at the top."""

    group_code: str
    label_vi: str
    label_en: str
    parent_code: str

    def label(self, language: str) -> str:
        return self.label_en if language == "en" else self.label_vi


class MeasureGroups(Registry[MeasureGroup]):
    """Các nhóm chính sách, với nhóm cấp trên của mỗi nhóm."""

    __slots__ = ()

    def ancestors(self, code: str) -> tuple[str, ...]:
        """The codes of the groups above one, nearest first, without itself; UnknownCodeError for no group."""
        above: list[str] = []
        parent = self[code].parent_code
        while parent and parent not in above:
            above.append(parent)
            parent = self[parent].parent_code
        return tuple(above)


def measure_from(record: Record) -> Measure:
    """One row of measures.csv."""
    return Measure(
        measure_code=record.text("measure_code", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        group_code=record.text("group_code", required=True),
        programme_id=record.text("programme_id"),
        component_code=record.text("component_code"),
        level=record.choice("level", MeasureLevel),
        legal_basis=record.texts("legal_basis"),
        organisation_code=record.text("organisation_code"),
        benefit=record.choice("benefit", Benefit),
        source=record.text("source", required=True),
        verified=record.flag("verified"),
        subject=record.choice("subject", MeasureSubject, MeasureSubject.NONE),
        beneficiary_groups=record.texts("beneficiary_groups"),
    )


def measure_group_from(record: Record) -> MeasureGroup:
    """One row of measure_groups.csv."""
    return MeasureGroup(
        group_code=record.text("group_code", required=True),
        label_vi=record.text("label_vi", required=True),
        label_en=record.text("label_en", required=True),
        parent_code=record.text("parent_code"),
    )


def check_measure_groups(pairs: Iterable[tuple[Record, MeasureGroup]]) -> None:
    """Refuse parents that are no group and groups that lie within themselves."""
    rows = list(pairs)
    parents = {group.group_code: group.parent_code for _, group in rows}
    for record, group in rows:
        record.check_code(
            "parent_code", group.parent_code, parents, "nhóm chính sách", "the measure groups", "measure_groups.csv"
        )
        chain = [group.group_code]
        while parents.get(chain[-1]) and parents[chain[-1]] not in chain:
            chain.append(parents[chain[-1]])
        if parents.get(chain[-1]) == group.group_code:
            way = " → ".join([*chain, group.group_code])
            record.refuse(
                "parent_code",
                ("nhóm cấp trên không nằm trong chính nhóm này", "a parent that is not within the group itself"),
                (way, way),
                ("Sửa nhóm cấp trên.", "Mend the parent group."),
            )
