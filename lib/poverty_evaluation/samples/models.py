"""Mô hình, dự án sinh kế giả định: where each model stands, which households take part and who pays."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from poverty_evaluation.samples.activity_rows import count, figures, money, when
from poverty_evaluation.samples.calendar import YEARS
from poverty_evaluation.samples.planting import Row
from poverty_evaluation.samples.tellings import Told, reached, tellings
from poverty_evaluation.samples.works import Rhythm


@dataclass(frozen=True, slots=True)
class Model:
    """Một mô hình. price: least and most for one household, in thousand đồng."""

    code: str
    measure: str
    place_code: str
    label_vi: str
    label_en: str
    households: tuple[int, int]
    price: tuple[int, int]


MODELS = (
    Model("model_cows", "livelihood-model", "99010", "Mô hình chăn nuôi bò sinh sản", "Breeding cows",
          (18, 26), (15_000, 18_000)),
    Model("model_chickens", "livelihood-model", "99016", "Mô hình nuôi gà thả vườn", "Free-range chickens",
          (22, 34), (6_000, 8_000)),
    Model("model_mushrooms", "livelihood-model", "99005", "Mô hình trồng nấm rơm", "Straw mushrooms",
          (10, 16), (8_000, 11_000)),
    Model("production_rice", "production-support", "99013", "Liên kết sản xuất lúa chất lượng cao",
          "Quality rice under contract", (40, 60), (4_000, 6_000)),
)  # fmt: skip


def model_rows(period: str, seed: int) -> list[Row]:
    """What was planned, done and is expected of every model."""
    rows = []
    for model in MODELS:
        by_year = {
            year: reached(Random(f"{seed}/{model.code}/{year}"), model.households, model.price) for year in YEARS
        }
        rows += [_row(model, told) for told in tellings(Rhythm.EXPECTED, True, period, by_year)]
    return rows


def _row(model: Model, told: Told) -> Row:
    households, spent = told.done.count, told.done.money
    state, integrated = spent * 7 // 10, spent // 10
    return {
        "activity_id": f"{model.code}{told.suffix}",
        "measure_code": model.measure,
        "organisation_code": "lao-dong",
        "reported_by": "lao-dong",
        "beneficiary_group": "poor_near_poor_newly_escaped",
        "place_code": model.place_code,
        **when(told),
        "flow": "grant",
        "per_role": "households",
        "label_vi": model.label_vi,
        "label_en": model.label_en,
        **figures(
            count(households, "hộ"),
            count(households * 5 // 10, "hộ", "poor_households_of"),
            count(households * 3 // 10, "hộ", "near_poor_households_of"),
            count(households * 2 // 10, "hộ", "newly_escaped_households_of"),
            money(spent),
            money(state, "state_money"),
            money(integrated, "integrated_money"),
            money(spent - state - integrated, "own_money"),
        ),
    }
