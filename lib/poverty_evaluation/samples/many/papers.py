"""Hồ sơ giả định của một xã: who reports in which words; symbols of its own plans and decisions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from poverty_evaluation.samples.calendar import REVIEW_YEARS
from poverty_evaluation.samples.many.communes import Commune
from poverty_evaluation.samples.many.works import COMMITTEE, LEAFLETS
from poverty_evaluation.samples.offices import Office, ReportingPlace


def reporting_place(commune: Commune, periods: Sequence[str]) -> ReportingPlace:
    district = commune.district
    office = Office(
        "people_committee", f"Ủy ban nhân dân {commune.full_vi}", f"People’s Committee of {commune.full_en}", "BC-UBND",
        "", "", ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH"), "PHÓ CHỦ TỊCH", f"Ủy ban nhân dân {district.full_vi}",
        f"People’s Committee of {district.full_en}", ("Như trên (để b/c)", "Lưu: VT"),
        ("As above (for report)", "Archive: records"),
    )  # fmt: skip
    first = 100 + commune.number * 7 % 800
    return ReportingPlace(
        commune.slug, commune.code, commune.full_vi, commune.full_en, commune.name, office, COMMITTEE, tuple(periods),
        {year: f"{first + year % 10}/KH-UBND" for year in REVIEW_YEARS},
        {year: f"{first + 1000 + year % 10}/QĐ-UBND" for year in REVIEW_YEARS},
    )  # fmt: skip


def narrative(place: ReportingPlace, year: int) -> Mapping[str, str]:
    """The prose of a year by file name; without a digit, its figures references to the tables."""
    texts = {
        "leadership": f"Thực hiện {{doc:{place.plans[year]}}}, Ủy ban nhân dân {place.name_vi} giao chỉ tiêu giảm "
        "nghèo đến từng thôn, tổ dân phố; phân công cán bộ, đoàn thể phụ trách từng nhóm hộ và công khai kết quả rà "
        "soát tại nhà văn hóa.",
        "state_policies": f"Đã phát tờ gấp về chính sách giảm nghèo đến {{activity_figure;figure={LEAFLETS}.persons}} "
        f"người dân trên địa bàn {place.name_vi}.",
        "limits": "- Một bộ phận hộ nghèo không còn khả năng lao động, khó thoát nghèo bền vững.\n"
        "- Vốn của một số dự án được phân bổ chậm so với thời vụ sản xuất.",
        "tasks": "- Phân nhóm hộ nghèo theo khả năng lao động để hỗ trợ phù hợp.\n"
        "- Các đơn vị có số liệu nêu tại phụ lục kết quả rà soát số liệu kiểm tra, xác nhận.",
        "proposals": "- Đề nghị Ủy ban nhân dân cấp trên thông báo kế hoạch vốn của Chương trình ngay từ đầu năm.",
    }
    return {f"narrative/{name}.md": f"{text}\n" for name, text in texts.items()}
