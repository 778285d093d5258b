"""Chọn báo cáo cần lập: which places and periods a batch is about, checked in full before anything starts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path

from poverty_evaluation.operations.batch.failed_reports import FailedReports
from poverty_evaluation.operations.batch.listed_places import Listed, read_list
from poverty_evaluation.operations.requests import RunRequest, option_problems, outputs_of
from poverty_evaluation.operations.workers.tasks import ReportTask
from poverty_evaluation.reference.loading import load_places
from poverty_evaluation.reference.places import PlaceLevel, Places
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.locations import DataRoot, data_root, no_data_root

ALL = "all"


@dataclass(frozen=True, slots=True)
class BatchRequest:
    """What `poverty-evaluation batch` was asked for, as typed. Empty texts, and “all”, stand for everything.

    options: data root, output, formats, language, vintage and strictness, the same for every report.
    """

    places: str = ""
    under: str = ""
    level: str = ""
    places_from: str = ""
    periods: str = ALL
    options: RunRequest = field(default_factory=lambda: RunRequest("", ""))


@dataclass(frozen=True, slots=True)
class Selection:
    """Danh sách đã chọn. absent: places and periods that were asked for and have no data."""

    requests: tuple[RunRequest, ...]
    absent: tuple[tuple[str, str], ...]


def select(asked: BatchRequest, only_failed: bool = False) -> Selection:
    """The reports of a batch, place by place in order of time. InputError with every problem of the request.

    only_failed: those among them that a batch before could not build.
    """
    root = data_root(asked.options.data)
    problems = option_problems(asked.options)
    periods, more = _read_periods(asked.periods)
    problems += more
    if not root.is_complete:
        raise InputError([*problems, no_data_root(root)])
    listed, more = read_list(Path(asked.places_from)) if asked.places_from else ([], [])
    typed = [Listed(name) for name in _read_places(asked.places, root)]
    choice = _Choice(asked, root, periods)
    problems += [*more, *choice.unknown((*typed, *listed)), *choice.region_problems()]
    if problems:
        raise InputError(problems)
    wanted = list(dict.fromkeys(choice.wanted((*typed, *listed))))
    present = [pair for pair in wanted if root.period_folder(*pair).is_dir()]
    if not present:
        raise InputError([choice.nothing(wanted)])
    requests = tuple(replace(asked.options, place=place, period=period) for place, period in present)
    if only_failed:
        failed = FailedReports(outputs_of(asked.options)).names()
        return Selection(tuple(one for one in requests if ReportTask(one).name in failed), ())
    kept = set(present)
    return Selection(requests, tuple(pair for pair in wanted if pair not in kept))


@dataclass(frozen=True)
class _Choice:
    """The places and periods there are, and which of them are meant."""

    asked: BatchRequest
    root: DataRoot
    periods: tuple[str, ...]

    @cached_property
    def places(self) -> Places:
        return load_places(self.root.path)

    @cached_property
    def slugs(self) -> tuple[str, ...]:
        """The places that have data."""
        return self.root.places()

    @cached_property
    def _by_slug(self) -> Mapping[str, str]:
        return {row.slug: row.place_code for row in self.places if row.slug}

    @property
    def by_region(self) -> bool:
        return bool(self.asked.under or self.asked.level)

    def unknown(self, named: Iterable[Listed]) -> Iterator[InputProblem]:
        """A problem for each named place without data, and each period beside a place that is none."""
        known = set(self.slugs)
        for one in named:
            if one.place not in known:
                hint_vi, hint_en = did_you_mean(one.place, self.slugs)
                yield InputProblem(
                    "một địa phương có số liệu",
                    "a place that has data",
                    f"“{one.place}”",
                    f"“{one.place}”",
                    f"Sửa tên; xem các tên bằng lệnh poverty-evaluation list. {hint_vi}".strip(),
                    f"Mend the name; poverty-evaluation list shows them. {hint_en}".strip(),
                    file=one.file,
                    row=one.row,
                )
            if one.period:
                yield from _read_periods(one.period, one.file, one.row)[1]

    def region_problems(self) -> Iterator[InputProblem]:
        """What is wrong with --under and --level."""
        asked = self.asked
        if asked.under and not self._parent():
            hint_vi, hint_en = did_you_mean(asked.under, self._by_slug)
            yield InputProblem(
                "một địa phương của danh mục places.csv cho --under",
                "a place of places.csv for --under",
                f"“{asked.under}”",
                f"“{asked.under}”",
                f"Ghi tên thư mục hoặc mã của đơn vị. {hint_vi}".strip(),
                f"Give the folder name or the code of the unit. {hint_en}".strip(),
            )
        if asked.level and asked.level not in tuple(PlaceLevel):
            hint_vi, hint_en = did_you_mean(asked.level, tuple(PlaceLevel))
            levels = ", ".join(PlaceLevel)
            yield InputProblem(
                f"một cấp trong số {levels} cho --level",
                f"a level among {levels} for --level",
                f"“{asked.level}”",
                f"“{asked.level}”",
                f"Sửa --level. {hint_vi}".strip(),
                f"Mend --level. {hint_en}".strip(),
            )

    def wanted(self, named: tuple[Listed, ...]) -> Iterator[tuple[str, str]]:
        """Places and periods as they are meant, whether or not there are data of them."""
        for one in named:
            for period in (one.period,) if one.period else self._periods_of(one.place):
                yield one.place, period
        if named and not self.by_region:
            return
        for slug in self.slugs:
            for period in self._periods_of(slug):
                if not self.by_region or self._lies_there(slug, period):
                    yield slug, period

    def nothing(self, wanted: list[tuple[str, str]]) -> InputProblem:
        """The problem of a selection in which nothing has data."""
        named = ", ".join(f"{place} {period}" for place, period in wanted[:8]) + (" …" if len(wanted) > 8 else "")
        return InputProblem(
            "ít nhất một báo cáo có số liệu",
            "at least one report that has data",
            f"không có số liệu: {named}" if wanted else "không có địa phương nào như vậy",
            f"no data: {named}" if wanted else "no such place",
            "Xem các địa phương và kỳ có số liệu bằng lệnh poverty-evaluation list.",
            "See which places and periods have data with poverty-evaluation list.",
        )

    def _periods_of(self, place: str) -> tuple[str, ...]:
        return self.periods or self.root.periods(place)

    def _parent(self) -> str:
        under = self.asked.under
        return self._by_slug.get(under, under if under in self.places else "")

    def _lies_there(self, slug: str, period: str) -> bool:
        """Whether a place was of the level, and at or below the parent, at the end of a period."""
        code = self._by_slug.get(slug)
        if code is None:
            return False
        on = ReportingPeriod.parse(period).end
        if self.asked.level and self.places.place(code, on).level != self.asked.level:
            return False
        return not self.asked.under or self.places.is_within(code, self._parent(), on)


def _read_places(text: str, root: DataRoot) -> tuple[str, ...]:
    """The places of a list as they are typed, or all that have data."""
    if text.strip().lower() == ALL:
        return root.places()
    return tuple(dict.fromkeys(filter(None, map(str.strip, text.split(",")))))


def _read_periods(text: str, file: str = "", row: int | None = None) -> tuple[tuple[str, ...], list[InputProblem]]:
    """The periods of a list, in order of time; none for all."""
    if text.strip().lower() in ("", ALL):
        return (), []
    found, problems = [], []
    for part in dict.fromkeys(filter(None, map(str.strip, text.split(",")))):
        try:
            found.append(ReportingPeriod.parse(part))
        except PeriodError:
            forms = ReportingPeriod.accepted_forms()
            problems.append(
                InputProblem(
                    f"“{ALL}” hoặc các kỳ báo cáo viết theo dạng {forms}",
                    f"“{ALL}” or reporting periods in one of the forms {forms}",
                    f"“{part}”",
                    f"“{part}”",
                    "Viết lại kỳ báo cáo.",
                    "Write the period again.",
                    file=file,
                    row=row,
                )
            )
    return tuple(str(period) for period in sorted(found)), problems
