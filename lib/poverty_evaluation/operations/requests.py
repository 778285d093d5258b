"""Yêu cầu lập báo cáo: what was asked for, checked in full before anything starts."""

from __future__ import annotations

import json
import os
from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from poverty_evaluation.evaluation.blocks import DocumentKind
from poverty_evaluation.vocabulary.choices import Language, ReportStatus, Vintage
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean
from poverty_evaluation.workspace.locations import Run, language_problems, open_run, outputs_folder

#: Where a preliminary report is published, below its period.
PRELIMINARY_FOLDER = "so-bo"
RUN_RECORD = "run.json"
WORK = ".work"


@dataclass(frozen=True, slots=True)
class Export:
    """Một tệp xuất bản: a file of a report, by which exporter it is made and from which document of the notebook."""

    stem: str
    exporter: str
    document: DocumentKind = DocumentKind.REPORT


#: The files of each format that can be asked for, in the order in which they are made. A file whose document the
#: notebook does not hold is not made.
FORMATS = {
    "html": (
        Export("report", "evaluation-html"),
        Export("working-paper", "evaluation-html", DocumentKind.WORKING_PAPER),
    ),
    "pdf": (
        Export("report", "evaluation-pdf"),
        Export("working-paper", "evaluation-pdf", DocumentKind.WORKING_PAPER),
    ),
    "docx": (
        Export("report", "evaluation-docx"),
        Export("working-paper", "evaluation-docx", DocumentKind.WORKING_PAPER),
    ),
    "xlsx": (Export("tables", "evaluation-xlsx"), Export("forms", "evaluation-forms", DocumentKind.FORMS)),
}


@dataclass(frozen=True, slots=True)
class RunRequest:
    """What `poverty-evaluation run` was asked for, as typed. Empty texts stand for the defaults."""

    place: str
    period: str
    data: str = ""
    output: str = ""
    formats: str = ""
    language: str = "vi"
    vintage: str = ""
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Plan:
    """The request after checking: what will be built, in which formats, and where it is published."""

    request: RunRequest
    run: Run
    formats: tuple[str, ...]
    outputs: Path
    target: Path
    vintage: Vintage | None

    @property
    def work(self) -> Path:
        """Where the tables between the stages are left: in the default outputs, where notebooks opened by hand look."""
        name = f"{self.run.period}.{self.vintage}" if self.vintage else str(self.run.period)
        return self.outputs / WORK / self.run.place / name


def check(request: RunRequest) -> Plan:
    """The plan of a run. InputError with every problem of the request, before anything is written."""
    plan = planned(request)
    problems = [*output_problems(plan.outputs), *issued_problems(plan.target)]
    if problems:
        raise InputError(problems)
    return plan


def planned(request: RunRequest) -> Plan:
    """The plan of a run, also of a report that has been issued and is not built again. InputError with every problem
    of what was asked for."""
    formats, problems = read_formats(request.formats, FORMATS)
    asked = _read_place(request, problems)
    return Plan(request, replace(asked.run, vintage=asked.vintage), formats, asked.outputs, asked.target, asked.vintage)


def option_problems(request: RunRequest) -> list[InputProblem]:
    """What is wrong with a request apart from its place and period."""
    _, problems = read_formats(request.formats, FORMATS)
    _, more = _read_vintage(request.vintage)
    return [*problems, *more, *language_problems(request.language), *output_problems(outputs_of(request))]


def outputs_of(request: RunRequest) -> Path:
    """Below which folder a request publishes."""
    return Path(request.output).expanduser().resolve() if request.output else outputs_folder()


def published_folder(request: RunRequest) -> tuple[Run, Path]:
    """What a request is about and where its report is published, whether or not one is. InputError with every problem
    of the request."""
    asked = _read_place(request, [])
    return replace(asked.run, vintage=asked.vintage), asked.target


@dataclass(frozen=True, slots=True)
class _Asked:
    """The place, period and vintage of a request, and where its report belongs."""

    run: Run
    vintage: Vintage | None
    outputs: Path
    target: Path


def _read_place(request: RunRequest, known: list[InputProblem]) -> _Asked:
    """What a request is about; InputError with these and those problems that are known already."""
    vintage, more = _read_vintage(request.vintage)
    problems = [*known, *more]
    run = None
    try:
        run = open_run(request.place, request.period, request.language, request.data)
    except InputError as error:
        problems = [*error.problems, *problems]
    if run is None or problems:
        raise InputError(problems)
    outputs = outputs_of(request)
    target = outputs / run.place / str(run.period)
    if vintage is Vintage.PRELIMINARY:
        target = target / PRELIMINARY_FOLDER
    return _Asked(run, vintage, outputs, target)


def issued_problems(target: Path) -> list[InputProblem]:
    """A problem when the report published there has been issued: what is issued is never overwritten."""
    path = target / RUN_RECORD
    if not path.is_file():
        return []
    try:
        status = json.loads(path.read_text(encoding="utf-8")).get("report_status")
    except (ValueError, AttributeError):
        return [_unreadable_record(path)]
    if status != ReportStatus.ISSUED:
        return []
    return [
        InputProblem(
            "một báo cáo chưa ban hành",
            "a report that has not been issued",
            f"{target}: báo cáo đã ban hành",
            f"{target}: an issued report",
            "Báo cáo đã ban hành không được ghi đè. Xem số liệu nay khác gì bằng lệnh poverty-evaluation diff; dùng "
            "--output để lập bản khác ở nơi khác.",
            "An issued report is never overwritten. See what the data would change now with poverty-evaluation diff; "
            "build another report elsewhere with --output.",
        )
    ]


def _unreadable_record(path: Path) -> InputProblem:
    """What was published there may have been issued; nobody can tell."""
    return InputProblem(
        "một run.json đọc được, để biết báo cáo đã ban hành hay chưa",
        "a readable run.json, which tells whether the report has been issued",
        f"{path} bị hỏng",
        f"{path}, damaged",
        "Khôi phục tệp này từ bản lưu, hoặc chuyển cả thư mục đi nơi khác rồi lập lại.",
        "Restore it from a backup, or move the whole folder elsewhere and build the report again.",
    )


def file_name(stem: str, ending: str, language: Language) -> str:
    """`report.html` in Vietnamese, `report.en.html` in English."""
    return f"{stem}.{ending}" if language is Language.VI else f"{stem}.{language}.{ending}"


def read_formats(text: str, known: Collection[str]) -> tuple[tuple[str, ...], list[InputProblem]]:
    """The formats that are asked for, all of them for none, in the order of those that are known; or what is wrong."""
    asked = [part.strip().lower() for part in text.split(",") if part.strip()] or list(known)
    wrong = [name for name in dict.fromkeys(asked) if name not in known]
    if not wrong:
        return tuple(name for name in known if name in asked), []
    available = ", ".join(known)
    problems = []
    for name in wrong:
        hint_vi, hint_en = did_you_mean(name, known)
        problems.append(
            InputProblem(
                f"định dạng trong số: {available}",
                f"a format among {available}",
                f"“{name}”",
                f"“{name}”",
                f"Bỏ định dạng này khỏi --format. {hint_vi}".strip(),
                f"Leave it out of --format. {hint_en}".strip(),
            )
        )
    return (), problems


def _read_vintage(text: str) -> tuple[Vintage | None, list[InputProblem]]:
    if not text:
        return None, []
    if text in tuple(Vintage):
        return Vintage(text), []
    hint_vi, hint_en = did_you_mean(text, tuple(Vintage))
    return None, [
        InputProblem(
            "preliminary (sơ bộ), official (chính thức) hoặc amended (điều chỉnh)",
            "preliminary, official or amended",
            f"“{text}”",
            f"“{text}”",
            f"Sửa --vintage. {hint_vi}".strip(),
            f"Mend --vintage. {hint_en}".strip(),
        )
    ]


def output_problems(outputs: Path) -> list[InputProblem]:
    """The nearest existing folder at or above the one for outputs has to be a folder that we may write to."""
    existing = next(folder for folder in (outputs, *outputs.parents) if folder.exists())
    if existing.is_dir() and os.access(existing, os.W_OK | os.X_OK):
        return []
    return [
        InputProblem(
            "một thư mục ghi được để đặt kết quả",
            "a folder for the results that can be written to",
            f"{existing}" + ("" if existing.is_dir() else " không phải thư mục"),
            f"{existing}" + ("" if existing.is_dir() else ", which is no folder"),
            "Chọn thư mục khác bằng --output, hoặc xin quyền ghi.",
            "Choose another folder with --output, or ask for the right to write there.",
        )
    ]
