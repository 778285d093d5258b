"""Thể thức của cơ quan ban hành: what each profile of an issuer demands of its head and of who signs.

Một ủy ban nhân dân đứng tên một dòng và ký TM.; cơ quan chuyên môn, ban chỉ đạo ghi cơ quan cấp trên ở dòng thứ nhất.
"""

from __future__ import annotations

from collections.abc import Iterator

from poverty_evaluation.ingest.positions import quoted
from poverty_evaluation.ingest.yaml_files import YamlTree
from poverty_evaluation.vocabulary.errors import InputProblem
from poverty_evaluation.vocabulary.report import ReportProfile

PEOPLE_COMMITTEE, OFFICE, STEERING_COMMITTEE = "people_committee", "office", "steering_committee"
PROFILES = (PEOPLE_COMMITTEE, OFFICE, STEERING_COMMITTEE)

_TWO_LINES = (OFFICE, STEERING_COMMITTEE)
#: On whose behalf the head of a body that decides together signs; the head of an office signs as such.
_ON_BEHALF = {PEOPLE_COMMITTEE: "TM. ỦY BAN NHÂN DÂN", STEERING_COMMITTEE: "TM. BAN CHỈ ĐẠO"}


def check_issuer(report: ReportProfile, tree: YamlTree) -> Iterator[InputProblem]:
    """What the head of the document and the signature lack, or have too much, for the profile of the issuer."""
    profile, superior = report.issuer.profile, report.issuer.superior_vi.strip()
    if profile in _TWO_LINES and not superior:
        yield tree.at("issuer", "superior_vi").problem(
            (
                f"cơ quan cấp trên trực tiếp, dòng thứ nhất của tên cơ quan ban hành khi profile là {profile}",
                f"the superior body, the first line of the head where the profile is {profile}",
            ),
            ("không có", "none"),
            ("Điền issuer.superior_vi.", "Fill in issuer.superior_vi."),
        )
    if profile == PEOPLE_COMMITTEE and superior:
        yield tree.at("issuer", "superior_vi").problem(
            ("không có cơ quan cấp trên: tên ủy ban nhân dân đứng một dòng", "no superior body: a people's committee "
             "stands alone in its head"),
            quoted(superior),
            ("Để trống issuer.superior_vi, hoặc sửa issuer.profile.", "Leave issuer.superior_vi empty, or mend "
             "issuer.profile."),
        )  # fmt: skip
    yield from _check_authority(report, tree)


def _check_authority(report: ReportProfile, tree: YamlTree) -> Iterator[InputProblem]:
    authority, profile = report.signatory.authority, report.issuer.profile
    at = tree.at("signatory", "authority")
    expected = _ON_BEHALF.get(profile)
    first = authority[0].strip() if authority else ""
    if expected and (authority or report.signatory.position) and first.upper() != expected:
        yield at.problem(
            (
                f"dòng đầu là “{expected}” khi profile là {profile}",
                f"“{expected}” as the first line where the profile is {profile}",
            ),
            quoted(first) if first else ("không có", "none"),
            ("Sửa signatory.authority hoặc issuer.profile.", "Mend signatory.authority or issuer.profile."),
        )
    for line in authority if profile == OFFICE else ():
        if line.strip().upper().startswith("TM."):
            yield at.problem(
                (
                    "không có “TM.”: người đứng đầu cơ quan ký trực tiếp khi profile là office",
                    "no “TM.”: the head of an office signs as such where the profile is office",
                ),
                quoted(line),
                ("Bỏ dòng này, hoặc sửa issuer.profile.", "Remove the line, or mend issuer.profile."),
            )
