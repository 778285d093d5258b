"""Bộ số liệu thống kê: all series of a data root, each figure once, and what two files tell differently."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from poverty_evaluation.reference.reading import Folder, Problems, Record, unique
from poverty_evaluation.reference.statistics.definitions import (
    PLACE_COLUMNS,
    TOTAL,
    StatisticsFile,
    StatisticsMeasure,
    StatisticsPlace,
    file_from,
    measure_from,
    place_from,
)
from poverty_evaluation.reference.statistics.reading import OfficialFigure, StatisticsReader
from poverty_evaluation.vocabulary.choices import ValueStatus

#: Beside `periods` and `reference`, not below the latter: no report reads it, and none is built again when it grows.
STATISTICS_FOLDER = "statistics"


@dataclass(frozen=True, slots=True)
class Statistics:
    """Số liệu thống kê của một gốc số liệu; empty where there are none.

    contradictions: pairs of figures that two files tell differently; the first of each stands among the figures.
    """

    figures: tuple[OfficialFigure, ...] = ()
    measures: Mapping[str, StatisticsMeasure] = field(default_factory=dict)
    places: Mapping[str, StatisticsPlace] = field(default_factory=dict)
    files: tuple[StatisticsFile, ...] = ()
    contradictions: tuple[tuple[OfficialFigure, OfficialFigure], ...] = ()

    def series(self, measure: str, place_code: str, item: str = TOTAL) -> tuple[OfficialFigure, ...]:
        """The figures of one measure for one place, oldest first; those without a value among them."""
        found = (one for one in self.figures if (one.measure, one.place.code, one.item) == (measure, place_code, item))
        return tuple(sorted(found, key=lambda one: one.year))

    def retrieved(self, measure: str) -> date | None:
        """The day on which the latest file of a measure was taken from the statistics office."""
        days = [one.retrieved for one in self.files if one.measure == measure and one.retrieved is not None]
        return max(days, default=None)

    def above(self, place_code: str) -> tuple[StatisticsPlace, ...]:
        """A place with the region and the country it lies in, the smallest first; empty for one that is unknown."""
        found: list[StatisticsPlace] = []
        while place_code in self.places and self.places[place_code] not in found:
            found.append(self.places[place_code])
            place_code = self.places[place_code].within
        return tuple(found)


def load_statistics(data_root: Path) -> Statistics:
    """The statistics of a data root; none where it holds none. InputError with every place that cannot be read."""
    root = data_root / STATISTICS_FOLDER
    if not root.is_dir():
        return Statistics()
    problems = Problems()
    folder = Folder(root, problems)
    places = [(record, place_from(record)) for record in folder.table("places.csv", PLACE_COLUMNS)]
    measures = [(record, measure_from(record)) for record in folder.entries("measures.yml", "id")]
    files = [(record, file_from(record)) for record in folder.entries("files.yml", "id")]
    by_code = unique(places, lambda one: one.code, "code")
    by_id = unique(measures, lambda one: one.id, "id")
    layouts = unique(files, lambda one: one.id, "id")
    spelt = _spelt(places)
    for record, place in places:
        record.check_code("within", place.within, by_code, "các phạm vi số liệu", "the places", "places.csv")
    for record, layout in files:
        record.check_code("measure", layout.measure, by_id, "các chỉ tiêu", "the measures", "measures.yml")
    problems.raise_if_any()
    reader = StatisticsReader(root, spelt, by_id, problems)
    read = [figure for layout in layouts.values() for figure in reader.read(layout)]
    problems.raise_if_any()
    figures, contradictions = _each_once(read)
    return Statistics(figures, by_id, by_code, tuple(layouts.values()), contradictions)


def _spelt(places: Iterable[tuple[Record, StatisticsPlace]]) -> dict[str, StatisticsPlace]:
    """The places by each spelling; one spelling of two places is refused."""
    found: dict[str, StatisticsPlace] = {}
    for record, place in places:
        for spelling in place.spellings:
            other = found.setdefault(spelling, place)
            if other is not place:
                record.refuse(
                    "spellings",
                    ("mỗi cách viết một địa phương", "one place for each spelling"),
                    (f"“{spelling}” đã là của {other.code}", f"“{spelling}”, which {other.code} has"),
                    ("Bỏ một trong hai.", "Remove one of the two."),
                )
    return found


def _each_once(
    read: Iterable[OfficialFigure],
) -> tuple[tuple[OfficialFigure, ...], tuple[tuple[OfficialFigure, OfficialFigure], ...]]:
    """What several files tell alike once; a value takes the place of none; what differs is named."""
    found: dict[tuple[str, str, str, int], OfficialFigure] = {}
    differing: list[tuple[OfficialFigure, OfficialFigure]] = []
    for figure in read:
        key = (figure.measure, figure.item, figure.place.code, figure.year)
        earlier = found.setdefault(key, figure)
        if earlier.status is not ValueStatus.GIVEN and figure.status is ValueStatus.GIVEN:
            found[key] = figure
        elif figure.status is ValueStatus.GIVEN and (figure.value, figure.vintage) != (earlier.value, earlier.vintage):
            differing.append((earlier, figure))
    return tuple(found.values()), tuple(differing)
