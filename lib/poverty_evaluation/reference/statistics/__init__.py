"""Số liệu thống kê: the series of the statistics office, another measure than the reviews, as they were received."""

from poverty_evaluation.reference.statistics.collection import Statistics, load_statistics
from poverty_evaluation.reference.statistics.definitions import (
    MeasureKind,
    SeriesBreak,
    StatisticsMeasure,
    StatisticsPlace,
    StatisticsPlaceKind,
)
from poverty_evaluation.reference.statistics.reading import OfficialFigure

__all__ = [
    "MeasureKind",
    "OfficialFigure",
    "SeriesBreak",
    "Statistics",
    "StatisticsMeasure",
    "StatisticsPlace",
    "StatisticsPlaceKind",
    "load_statistics",
]
