"""Thể thức của cơ quan ban hành: each profile of an issuer, and what its head and its signature may not lack."""

from __future__ import annotations

import pytest

PEOPLE = "{profile: people_committee, name_vi: UBND thành phố, name_en: City committee}"
OFFICE = "{profile: office, name_vi: Phòng LĐ, name_en: Labour office, superior_vi: UBND thành phố}"
STEERING = "{profile: steering_committee, name_vi: Ban Chỉ đạo, name_en: Committee, superior_vi: UBND thành phố}"


@pytest.fixture
def filled(period):
    period.reviews("213,2018-12-31,qd-59-2015,300")
    return period


def write(period, issuer: str, signatory: str = "") -> None:
    period.change_report(
        f"issuer: {PEOPLE}\n", f"issuer: {issuer}\n" + (f"signatory: {signatory}\n" if signatory else "")
    )


@pytest.mark.parametrize(
    ("issuer", "signatory"),
    [
        (PEOPLE, "{authority: [TM. ỦY BAN NHÂN DÂN, KT. CHỦ TỊCH], position: PHÓ CHỦ TỊCH}"),
        (PEOPLE, ""),
        (OFFICE, "{position: TRƯỞNG PHÒNG}"),
        (OFFICE, "{authority: [KT. TRƯỞNG PHÒNG], position: PHÓ TRƯỞNG PHÒNG}"),
        (STEERING, "{authority: [TM. BAN CHỈ ĐẠO], position: TRƯỞNG BAN}"),
    ],
)
def test_what_each_profile_demands_is_read(filled, issuer, signatory):
    write(filled, issuer, signatory)
    assert filled.read().report.issuer.profile in issuer


@pytest.mark.parametrize(
    ("issuer", "signatory", "row", "column", "vi", "en"),
    [
        (
            OFFICE.replace(", superior_vi: UBND thành phố", ""), "", 9, "issuer.superior_vi",
            "cơ quan cấp trên trực tiếp, dòng thứ nhất của tên cơ quan ban hành khi profile là office; thấy không có",
            "the superior body, the first line of the head where the profile is office; found none",
        ),
        (
            STEERING.replace("superior_vi: UBND thành phố", "superior_vi: ''"), "", 9, "issuer.superior_vi",
            "khi profile là steering_committee", "where the profile is steering_committee",
        ),
        (
            PEOPLE.replace("}", ", superior_vi: UBND tỉnh}"), "", 9, "issuer.superior_vi",
            "tên ủy ban nhân dân đứng một dòng; thấy “UBND tỉnh”", "a people's committee stands alone in its head",
        ),
        (
            PEOPLE, "{authority: [TM. BAN CHỈ ĐẠO], position: TRƯỞNG BAN}", 10, "signatory.authority",
            "dòng đầu là “TM. ỦY BAN NHÂN DÂN” khi profile là people_committee; thấy “TM. BAN CHỈ ĐẠO”",
            "“TM. ỦY BAN NHÂN DÂN” as the first line where the profile is people_committee",
        ),
        (
            STEERING, "{position: TRƯỞNG BAN}", 10, "signatory.authority",
            "dòng đầu là “TM. BAN CHỈ ĐẠO” khi profile là steering_committee; thấy không có",
            "“TM. BAN CHỈ ĐẠO” as the first line where the profile is steering_committee",
        ),
        (
            OFFICE, "{authority: [TM. ỦY BAN NHÂN DÂN], position: TRƯỞNG PHÒNG}", 10, "signatory.authority",
            "người đứng đầu cơ quan ký trực tiếp khi profile là office; thấy “TM. ỦY BAN NHÂN DÂN”",
            "the head of an office signs as such where the profile is office",
        ),
    ],
)  # fmt: skip
def test_what_a_profile_lacks_is_told_with_its_line(filled, issuer, signatory, row, column, vi, en):
    write(filled, issuer, signatory)
    problem = filled.problem()
    assert (problem.file, problem.row, problem.column) == (f"{filled.file}/report.yml", row, column)
    assert vi in problem.message("vi")
    assert en in problem.message("en")
