"""Những mâu thuẫn được cài: which cell of which period is spoilt, how, and what the tool has to say of it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from typing import Any

from poverty_evaluation.samples.city import CITY_CODE, CITY_SLUG, DISTRICT_CODE, PROVINCE_SLUG
from poverty_evaluation.samples.planting import Echo, Plant, Planted, Row, put
from poverty_evaluation.samples.reviews import REVIEW_DAY
from poverty_evaluation.samples.targets import WHOLE
from poverty_evaluation.vocabulary.quantities import write_amount_in_words, write_number

Tables = Mapping[str, list[Row]]
#: The key of a row, and a column.
Cell = tuple[tuple[tuple[str, str], ...], str]

_EVENT_WHY = (
    "Nhà Đại đoàn kết do MTTQ và Phòng Lao động cùng báo cáo, kinh phí khác nhau",
    "The Front and the labour office tell the same houses with different amounts",
)


_TOTAL_OF_FUNDS = (("component_code", "Tổng số"),)


def _millions(text: str) -> Fraction:
    return Fraction(text.replace(".", "").replace(",", "."))


def _number(text: str) -> int:
    return int(text.replace(".", ""))


def _plus(step: int) -> Callable[[str], str]:
    return lambda text: write_number(_number(text) + step, 0)


def _review(code: str, year: int, column: str, vintage: str) -> Cell:
    return (("place_code", code), ("as_of", REVIEW_DAY[year]), ("vintage", vintage)), column


def _plant(
    period: str, table: str, cell: Cell, told: tuple[str, str], why: tuple[str, str], found_at: Cell = ((), "")
) -> Plant:  # fmt: skip
    return Plant(CITY_SLUG, period, table, *cell, *told, *why, *found_at)


def _activity(code: str, column: str) -> Cell:
    return (("activity_id", code),), column


def _fund(component: str, source: str, as_of: str, column: str) -> Cell:
    return (("component_code", component), ("source", source), ("as_of", as_of)), column


def _times(percent: int) -> Callable[[str], str]:
    return lambda text: write_number(_millions(text) * percent / 100, 3, trim=True)


#: Each plant, and how the consistent text of its cell is turned into the one that was "sent".
PLANTS: tuple[tuple[Plant, Callable[[str], str]], ...] = (
    (
        _plant("2022-9M", "activities", _activity("women_help", "unit_2"), ("error", "unit"),
               ("Ghi tỷ đồng thay cho triệu đồng", "Billion instead of million"),
               _activity("women_help", "value_2")),
        lambda _: "tỷ đồng",
    ),
    (
        _plant("2021", "household_review", _review("99016", 2021, "poverty_ratio_printed", "official"),
               ("error", "share"),
               ("Tỷ lệ in không phải số hộ nghèo chia tổng số hộ; xã đã giải trình trong explanations.yml",
                "The printed rate is not the share of the counts; the commune explained it in explanations.yml")),
        lambda _: "0,22%",
    ),
    (
        replace(
            _plant("2022", "household_review", _review("99007", 2022, "escaped_households", "official"),
                   ("error", "identity"),
                   ("Số hộ thoát nghèo ghi thiếu một hộ nên diễn biến không cân đối",
                    "One escaped household is left out, so the movements do not balance"),
                   _review("99007", 2022, "poor_households", "official")),
            echoes=(Echo("error", "sum", *_review(CITY_CODE, 2022, "escaped_households", "amended")),),
        ),
        _plus(-1),
    ),
    (
        _plant("2022", "household_review", _review("99014", 2022, "poverty_ratio_printed", "official"),
               ("error", "share"),
               ("Tỷ lệ in không phải số hộ nghèo chia tổng số hộ",
                "The printed rate is not poor households over all households")),
        lambda _: "9,99%",
    ),
    (
        _plant("2022", "activities", _activity("solidarity_houses_labour", "value_2"), ("error", "duplicate"),
               _EVENT_WHY, _activity("solidarity_houses", "value_2")),
        lambda text: write_number(_number(text.split(",")[0]) + 20, 0),
    ),
    (
        _plant("2022", "fund_disbursement", _fund("component-6-1", "nstw", "2023-01-31", "disbursed"),
               ("error", "sum"),
               ("Giải ngân vượt kế hoạch giao và vốn kéo dài", "More disbursed than the plan and the money carried")),
        _times(130),
    ),
    (
        _plant("2022", "activities", _activity("women_training_h2", "value_2"), ("error", "malformed"),
               ("Số không đọc được; corrections.yml ghi là không đọc được",
                "No readable number; corrections.yml says so")),
        lambda _: "2.4.50",
    ),
    (
        _plant("2022", "activities", _activity("labour_gifts_h1", "value_2"), ("warning", "malformed"),
               ("Thừa dấu cách sau dấu phẩy; corrections.yml ghi cách đọc", "A stray space; corrections.yml reads it")),
        lambda text: f"{text.split(',')[0]}, 5",
    ),
    (
        replace(
            _plant("2023", "household_review", _review("99005", 2023, "opening_households", "official"),
                   ("warning", "identity"),
                   ("Đầu kỳ lấy số trước khi điều chỉnh", "The opening is the count of before the amendment")),
            echoes=tuple(
                Echo("error", "sum", *_review(CITY_CODE, 2023, column, "official"))
                for column in ("opening_households", "other_entry_households")
            ),
        ),
        _plus(-2),
    ),
    (
        _plant("2023", "activities", _activity("credit_poor_women", "value_2"), ("error", "sum"),
               ("Phần ủy thác làm cho tổng các phần lớn hơn dư nợ của ngân hàng",
                "The entrusted part makes the parts exceed what the bank has outstanding"),
               _activity("credit_poor", "value_2")),
        lambda text: write_number(_number(text.split(",")[0]) + 900, 0),
    ),
    (
        _plant("2023", "activities", _activity("poor_fund", "value_3"), ("error", "words"),
               ("Số tiền bằng chữ khác số tiền bằng số", "The amount in words is not the amount in digits"),
               _activity("poor_fund", "value_2")),
        lambda _: write_amount_in_words(522_000_000),
    ),
    (
        _plant("2023", "published", ((("published_id", "poverty_ratio_fall"),), "value"), ("error", "difference"),
               ("Mức giảm đã công bố không phải hiệu hai tỷ lệ",
                "The published fall is not the difference of the two rates")),
        lambda _: "0,98",
    ),
    (
        _plant("2022", "poor_deprivations", ((("place_code", "99010"),), "total"), ("error", "sum"),
               ("Tổng số của biểu nhiều hơn kết quả rà soát hai hộ", "The form counts two households too many")),
        _plus(2),
    ),
    (
        _plant("2022", "targets", ((("target_id", f"{WHOLE}_99010"),), "value"), ("warning", "sum"),
               ("Chỉ tiêu giao cho các phường, xã cộng lại thấp hơn chỉ tiêu của thành phố",
                "The targets of the wards add up to less than the city’s"),
               ((("target_id", WHOLE),), "value")),
        _plus(-5),
    ),
    (
        replace(
            _plant("2023", "poor_groups", ((("place_code", "99006"),), "total"), ("error", "sum"),
                   ("Tổng số của biểu ít hơn kết quả rà soát một hộ",
                    "The form counts one household less than the review")),
            echoes=(Echo("error", "sum", (("place_code", CITY_CODE),), "total"),),
        ),
        _plus(-1),
    ),
    (
        _plant("2023", "fund_disbursement", (_TOTAL_OF_FUNDS, "assigned"), ("error", "sum"),
               ("Dòng tổng số cao hơn cộng các dòng", "The total row is more than its rows add up to")),
        _times(110),
    ),
    (
        _plant("2021-2023", "fund_disbursement", _fund("component-7-2", "nsdp_district", "2023-01-31", "allocated"),
               ("error", "unit"), ("Ghi tỷ đồng ở dòng có đơn vị triệu đồng", "Billions in a row of millions")),
        lambda text: write_number(_millions(text) / 1000, 6, trim=True),
    ),
    (
        replace(
            _plant("2023", "household_review", _review(DISTRICT_CODE, 2023, "poor_households", "official"),
                   ("error", "duplicate"),
                   ("Số huyện gửi lên tỉnh khác số trong báo cáo của chính huyện",
                    "What the district sent up differs from what its own report says")),
            place=PROVINCE_SLUG,
        ),
        _plus(4),
    ),
    (
        _plant("2021-2023", "published", ((("published_id", "poor_households_fall"),), "value"),
               ("error", "difference"),
               ("Số hộ giảm đã công bố không phải hiệu hai kết quả rà soát",
                "The published fall is not the difference of the two reviews")),
        _plus(100),
    ),
)  # fmt: skip


def plant(place: str, period: str, tables: Tables) -> list[Planted]:
    """Spoils the cells of one period; what has to move with a cell so that only one thing is wrong moves too."""
    planted = []
    for one, spoil in PLANTS:
        if (one.place, one.period) == (place, period):
            planted.append(put(tables[one.table], one, spoil))
    if (place, period) == (CITY_SLUG, "2023"):
        _balance_opening(tables["household_review"])
    return planted


def _balance_opening(rows: list[Row]) -> None:
    """The two households that the wrong opening lacks come in as other entries: the movements still balance."""
    for row in rows:
        if row["place_code"] == "99005" and row["vintage"] == "official":
            row["other_entry_households"] = _plus(2)(row["other_entry_households"])


def corrections(period: str, planted: list[Planted]) -> list[dict[str, Any]]:
    """corrections.yml for the cells that cannot be read as they stand."""
    made = []
    for one in planted:
        if one.plant.kind == "malformed":
            readable = one.plant.severity == "warning"
            made.append(
                {
                    "file": "activities.csv",
                    "key": dict(one.plant.key),
                    "column": one.plant.column,
                    "as_printed": one.text,
                    "reading": one.text.replace(" ", "") if readable else None,
                    "unit_reading": None,
                    "candidates": [one.text.replace(" ", "")] if readable else ["245", "2.450"],
                    "status": "accepted" if readable else "unreadable",
                    "reason_vi": one.plant.why_vi,
                    "reason_en": one.plant.why_en,
                    "recorded": f"{period}-12-31",
                }
            )
    return made
