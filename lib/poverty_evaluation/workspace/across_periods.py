"""Số liệu chính của mọi kỳ đã lập: reads back, notebook by notebook, what the finished reports of a place hand on."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from poverty_evaluation.vocabulary.choices import Language, Vintage
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.findings import Severity
from poverty_evaluation.vocabulary.headlines import Headline, Headlines, UnreadPeriod, figure_from_plain
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.locations import DataRoot, open_data_root, outputs_folder
from poverty_evaluation.workspace.scraps import read_headline

#: The notebooks that carry a headline, the shorter one first; a report for the public has only the last.
_NOTEBOOKS = ("02_analysis", "03_report")
#: Where the report of a preliminary vintage lies, below its period.
PRELIMINARY_FOLDER = "so-bo"


@dataclass(frozen=True, slots=True, repr=False)
class Comparison:
    """Một lần so sánh: which place is compared over its finished periods. place: empty where nothing is finished yet
    and no place was asked for."""

    place: str
    language: Language
    root: DataRoot
    outputs: Path
    data_dir: str = ""
    outputs_dir: str = ""

    def command(self, period: str) -> str:
        """What builds a period of the place, with the folders as they were typed."""
        data = f" --data {self.data_dir}" if self.data_dir else ""
        output = f" --output {self.outputs_dir}" if self.outputs_dir else ""
        return f"poverty-evaluation run {self.place} {period}{data}{output}"

    def __repr__(self) -> str:
        """What a notebook shows of it: no folder of the machine it runs on."""
        return f"Comparison({self.place or '-'}, {self.language})"


def open_comparison(place: str = "", language: str = "vi", data_dir: str = "", outputs_dir: str = "") -> Comparison:
    """Check what a notebook or a command was asked for, all of it at once.

    Empty `place` is the first one that has a published period, empty `data_dir` the project's `data`, empty
    `outputs_dir` its `outputs`. InputError with every problem found.
    """
    problems = [] if language in tuple(Language) else [_no_language(language)]
    root = None
    try:
        root = open_data_root(data_dir)
    except InputError as error:
        problems += error.problems
    if root is not None and place and place not in root.places():
        problems.append(_no_place(place, root.places()))
    if problems or root is None:
        raise InputError(problems, ("trước khi so sánh", "before anything can be compared"))
    outputs = Path(outputs_dir).expanduser().resolve() if outputs_dir else outputs_folder()
    chosen = place or next((one for one in root.places() if _folders(outputs, one)), "")
    return Comparison(chosen, Language(language), root, outputs, data_dir, outputs_dir)


def read_headlines(asked: Comparison) -> Headlines:
    """The headlines of every finished period, by its last day, the shorter period first; what is unfinished or
    unreadable is named beside them.

    InputError where the place that was asked for has no finished period at all.
    """
    if not asked.place:
        return Headlines("", (), ())
    found: list[Headline] = []
    unread: list[UnreadPeriod] = []
    folders = dict(_folders(asked.outputs, asked.place))
    received = (ReportingPeriod.parse(one) for one in asked.root.periods(asked.place))
    for period in sorted({*folders, *received}, key=lambda one: (one.end, -one.start.toordinal())):
        if period not in folders:
            unread.append(_not_built(period))
        elif not _executed(folders[period]) and not _executed(folders[period] / PRELIMINARY_FOLDER):
            unread.append(_unfinished(period))
        else:
            _read_period(folders[period], period, found, unread)
    if not found:
        raise _nothing(asked, unread)
    return Headlines(asked.place, tuple(found), tuple(unread))


def _folders(outputs: Path, place: str) -> list[tuple[ReportingPeriod, Path]]:
    """The published periods of a place; a folder of another name holds no report."""
    folder = outputs / place
    found = []
    for item in sorted(folder.iterdir()) if folder.is_dir() else ():
        try:
            found.append((ReportingPeriod.parse(item.name), item))
        except PeriodError:
            continue
    return [(period, item) for period, item in found if item.is_dir()]


def _executed(folder: Path) -> list[Path]:
    """The notebook of a publication that carries its headline, in any language."""
    names = [f"{stem}{mark}.ipynb" for stem in _NOTEBOOKS for mark in ("", *(f".{one}" for one in Language))]
    return [path for name in names if (path := folder / "executed" / name).is_file()][:1]


def _read_period(folder: Path, period: ReportingPeriod, found: list[Headline], unread: list[UnreadPeriod]) -> None:
    for executed in (*_executed(folder), *_executed(folder / PRELIMINARY_FOLDER)):
        name = f"{folder.parent.name}/{executed.relative_to(folder.parent).as_posix()}"
        try:
            found.append(_headline(read_headline(executed), folder.parent.name, period, name))
        except InputError as error:
            told = error.problems[0]
            unread.append(
                UnreadPeriod(
                    str(period),
                    f"{name}: {told.found_vi}; cần lập lại báo cáo của kỳ này",
                    f"{name}: {told.found_en}; the report of that period has to be built again",
                )
            )
        except (AttributeError, KeyError, TypeError, ValueError):  # cut off, edited, or no notebook at all
            unread.append(
                UnreadPeriod(
                    str(period),
                    f"{name}: số liệu chính không đủ; cần lập lại báo cáo của kỳ này",
                    f"{name}: an incomplete headline; the report of that period has to be built again",
                )
            )


def _headline(plain: dict[str, Any], place: str, period: ReportingPeriod, file: str) -> Headline:
    if (plain["place"], plain["period"]) != (place, str(period)):
        raise ValueError(f"the notebook is that of {plain['place']}, {plain['period']}")
    report, figures = plain["report"], plain["figures"]
    return Headline(
        place=place,
        period=str(period),
        kind=report["kind"],
        audience=report["audience"],
        leading_standard=figures["leading_standard"],
        vintage=Vintage(report["vintage"]),
        as_of=report["as_of"],
        is_invented=report["is_invented"],
        figures=tuple(figure_from_plain(one) for one in plain["told"]),
        findings={str(one): figures[key] for one in Severity if (key := f"findings_{one}") in figures},
        file=file,
    )


def _not_built(period: ReportingPeriod) -> UnreadPeriod:
    return UnreadPeriod(str(period), "đã có số liệu, chưa lập báo cáo", "data were received, no report has been built")


def _unfinished(period: ReportingPeriod) -> UnreadPeriod:
    return UnreadPeriod(
        str(period),
        "thư mục kết quả không có sổ tay đã chạy; báo cáo lập chưa xong",
        "the folder of results holds no executed notebook; the report is unfinished",
    )


def _nothing(asked: Comparison, unread: list[UnreadPeriod]) -> InputError:
    periods = [one.period for one in unread]
    command = asked.command(periods[0] if periods else "PERIOD")
    listed = ", ".join(periods)
    problem = InputProblem(
        f"ít nhất một báo cáo đã lập của {asked.place}",
        f"at least one finished report of {asked.place}",
        "chưa có báo cáo nào" + (f" (các kỳ: {listed})" if listed else ""),
        "none" + (f" (periods: {listed})" if listed else ""),
        f"Lập từng kỳ bằng lệnh: {command}",
        f"Build the periods one by one: {command}",
    )
    return InputError([problem], ("trước khi so sánh", "before anything can be compared"))


def _no_language(language: str) -> InputProblem:
    return InputProblem(
        "ngôn ngữ vi hoặc en",
        "the language vi or en",
        f"“{language}”",
        f"“{language}”",
        "Chọn vi (tiếng Việt) hoặc en (tiếng Anh).",
        "Choose vi (Vietnamese) or en (English).",
    )


def _no_place(place: str, places: tuple[str, ...]) -> InputProblem:
    hint_vi, hint_en = did_you_mean(place, places)
    listed = ", ".join(places)
    return InputProblem(
        f"một địa phương có số liệu ({listed or 'chưa có'})",
        f"a place that has data ({listed or 'none yet'})",
        f"“{place}”",
        f"“{place}”",
        f"Sửa tên. {hint_vi}".strip(),
        f"Mend the name. {hint_en}".strip(),
        file=f"periods/{place}",
    )
