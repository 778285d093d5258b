"""Nơi chứa số liệu và kết quả: the project, the data root, and the folders of one run."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.vocabulary.choices import Language, Vintage
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.vocabulary.neighbours import NO_NEIGHBOURS, Neighbours
from poverty_evaluation.vocabulary.periods import PeriodError, ReportingPeriod
from poverty_evaluation.workspace.neighbours import neighbours_of

#: Which vintage a run was asked for; written into its work folder by whoever starts the stages, absent otherwise.
REQUEST_FILE = "request.json"


@dataclass(frozen=True, slots=True)
class DataRoot:
    """Gốc số liệu: a folder that holds `periods/<place>/<period>/` and `reference/`."""

    path: Path

    @property
    def reference(self) -> Path:
        return self.path / "reference"

    @property
    def periods_folder(self) -> Path:
        return self.path / "periods"

    @property
    def is_complete(self) -> bool:
        return self.reference.is_dir() and self.periods_folder.is_dir()

    def period_folder(self, place: str, period: ReportingPeriod | str) -> Path:
        return self.periods_folder / place / str(period)

    def places(self) -> tuple[str, ...]:
        """The slugs of the places that have data, in alphabetical order."""
        return _folders(self.periods_folder)

    def periods(self, place: str) -> tuple[str, ...]:
        """The periods of a place for which data were received, in order of time."""
        found = []
        for name in _folders(self.periods_folder / place):
            try:
                found.append(ReportingPeriod.parse(name))
            except PeriodError:
                continue
        return tuple(str(period) for period in sorted(found))


@dataclass(frozen=True, slots=True, repr=False)
class Run:
    """Một lần lập báo cáo: everything that says which report is built from what, and where its stages hand over.

    neighbours: the other periods and places it is read beside. vintage: the vintage this run was asked for; None
    leaves it to report.yml.
    """

    place: str
    period: ReportingPeriod
    language: Language
    data_root: Path
    work_dir: Path
    period_folder: Path
    neighbours: Neighbours = NO_NEIGHBOURS
    vintage: Vintage | None = None

    @property
    def reference(self) -> Path:
        return self.data_root / "reference"

    def __repr__(self) -> str:
        """What a notebook shows of a run: no folder of the machine it runs on."""
        before = self.neighbours.previous.name if self.neighbours.previous else "-"
        vintage = f", vintage {self.vintage}" if self.vintage else ""
        return f"Run({self.place}, {self.period}, {self.language}{vintage}; previous period: {before})"


def project_root() -> Path:
    """The folder that holds `data/reference` and `notebooks`.

    It is looked for from the current folder upwards, then from this package's own place; an InputError when
    neither lies inside a project.
    """
    start = Path.cwd()
    for folder in (start, *start.parents, *Path(__file__).resolve().parents):
        if (folder / "data" / "reference").is_dir() and (folder / "notebooks").is_dir():
            return folder
    raise InputError(
        [
            InputProblem(
                "một thư mục chứa data/reference và notebooks",
                "a folder that holds data/reference and notebooks",
                f"không có ở {start} và các thư mục cấp trên",
                f"none at {start} or above",
                "Chuyển vào thư mục của dự án rồi chạy lại.",
                "Change into the project's folder and run again.",
            )
        ]
    )


def situations_folder() -> Path:
    """Where the situations lie that the method annex prints and the tests hold."""
    return project_root() / "tests" / "situations"


def outputs_folder() -> Path:
    """Where reports are published unless another folder is named."""
    return project_root() / "outputs"


def open_data_root(data_dir: str = "") -> DataRoot:
    """The data root that is named, the project's `data` when none is; InputError when it is no data root."""
    root = data_root(data_dir)
    if not root.is_complete:
        raise InputError([no_data_root(root)])
    return root


def open_run(place: str, period: str | int, language: str = "vi", data_dir: str = "", work_dir: str = "") -> Run:
    """Check what a notebook or a command was asked for, all of it at once, and say where everything is.

    Empty `data_dir` is the project's `data`, empty `work_dir` its `outputs/.work/<place>/<period>`. InputError
    with every problem found.
    """
    root = data_root(data_dir)
    problems = language_problems(language)
    parsed, period_problems = _parse_period(str(period))
    problems += period_problems
    if root.is_complete:
        problems += _place_problems(root, place, parsed)
    else:
        problems.append(no_data_root(root))
    if problems or parsed is None:
        raise InputError(problems)
    work = Path(work_dir).expanduser().resolve() if work_dir else outputs_folder() / ".work" / place / str(parsed)
    folder = root.period_folder(place, parsed)
    return Run(
        place=place,
        period=parsed,
        language=Language(language),
        data_root=root.path,
        work_dir=work,
        period_folder=folder,
        neighbours=neighbours_of(root.periods_folder, place, parsed),
        vintage=_requested_vintage(work),
    )


def data_root(data_dir: str) -> DataRoot:
    """The data root that is named, the project's `data` when none is, whether or not it is one."""
    return DataRoot(Path(data_dir).expanduser().resolve() if data_dir else project_root() / "data")


def _folders(parent: Path) -> tuple[str, ...]:
    if not parent.is_dir():
        return ()
    return tuple(sorted(item.name for item in parent.iterdir() if item.is_dir() and not item.name.startswith(".")))


def _requested_vintage(work_dir: Path) -> Vintage | None:
    path = work_dir / REQUEST_FILE
    if not path.is_file():
        return None
    vintage = json.loads(path.read_text(encoding="utf-8")).get("vintage")
    return Vintage(vintage) if vintage else None


def language_problems(language: str) -> list[InputProblem]:
    """A problem when reports are not written in that language."""
    if language in tuple(Language):
        return []
    return [
        InputProblem(
            "ngôn ngữ vi hoặc en",
            "the language vi or en",
            f"“{language}”",
            f"“{language}”",
            "Chọn vi (tiếng Việt) hoặc en (tiếng Anh).",
            "Choose vi (Vietnamese) or en (English).",
        )
    ]


def _parse_period(text: str) -> tuple[ReportingPeriod | None, list[InputProblem]]:
    try:
        return ReportingPeriod.parse(text), []
    except PeriodError:
        forms = ReportingPeriod.accepted_forms()
        return None, [
            InputProblem(
                f"kỳ báo cáo viết theo một trong các dạng {forms}",
                f"a reporting period in one of the forms {forms}",
                f"“{text}”",
                f"“{text}”",
                "Viết lại kỳ báo cáo.",
                "Write the period again.",
            )
        ]


def no_data_root(root: DataRoot) -> InputProblem:
    """The problem of a folder that is no data root."""
    missing = [folder.name for folder in (root.reference, root.periods_folder) if not folder.is_dir()]
    return InputProblem(
        "một gốc số liệu: thư mục có periods và reference",
        "a data root: a folder with periods and reference",
        f"{root.path} không có {' và '.join(missing)}",
        f"{root.path} without {' and '.join(missing)}",
        "Chỉ đúng thư mục, ví dụ data hoặc data/sample.",
        "Name the right folder, for instance data or data/sample.",
    )


def _place_problems(root: DataRoot, place: str, period: ReportingPeriod | None) -> list[InputProblem]:
    is_name = bool(place) and Path(place).name == place and not place.startswith(".")
    if not is_name or not (root.periods_folder / place).is_dir():
        places = root.places()
        hint_vi, hint_en = did_you_mean(place, places)
        listed = ", ".join(places)
        return [
            InputProblem(
                f"một địa phương có số liệu ({listed or 'chưa có'})",
                f"a place that has data ({listed or 'none yet'})",
                f"“{place}”",
                f"“{place}”",
                f"Sửa tên, hoặc tạo thư mục cho địa phương mới. {hint_vi}".strip(),
                f"Mend the name, or create a folder for the new place. {hint_en}".strip(),
                file=f"periods/{place}",
            )
        ]
    if period is None or root.period_folder(place, period).is_dir():
        return []
    listed = ", ".join(root.periods(place))
    return [
        InputProblem(
            f"số liệu của {place} cho kỳ {period}",
            f"data of {place} for the period {period}",
            f"chỉ có các kỳ {listed}" if listed else "chưa có kỳ nào",
            f"only the periods {listed}" if listed else "no period yet",
            "Chọn một kỳ đã có, hoặc tạo thư mục cho kỳ này theo data/README.md.",
            "Choose one of them, or create this period's folder after data/README.md.",
            file=f"periods/{place}/{period}",
        )
    ]
