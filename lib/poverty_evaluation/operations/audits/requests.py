"""Yêu cầu rà soát: which files are audited and where the results go, checked in full before anything is read."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from poverty_evaluation.audit.showing.shown import Show
from poverty_evaluation.vocabulary.choices import Language
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

PURPOSE = ("trước khi rà soát được", "before the audit can be made")
#: What a folder is searched for.
SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".docx", ".docm", ".pdf", ".html", ".htm", ".xhtml"})
#: What stands in the names of our results, of an audit and of a signed copy that was compared.
AUDITED, COMPARED = ".audit", ".signed"
_OWN_FILES = (f"{AUDITED}.html", f"{COMPARED}.html")


class Format(StrEnum):
    """How the results are shown or written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"
    HTML = "html"
    XLSX = "xlsx"


@dataclass(frozen=True, slots=True)
class AuditRequest:
    """What `poverty-evaluation audit` was asked for, as typed. Empty texts stand for the defaults."""

    files: tuple[str, ...]
    format: str = "table"
    show: str = "contradictions"
    output: str = ""
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class AuditPlan:
    """The request after checking. output: the file or folder that was named; None for the screen or the default."""

    files: tuple[Path, ...]
    format: Format
    show: Show
    output: Path | None
    language: str
    mark: str = AUDITED


def check(request: AuditRequest, mark: str = AUDITED) -> AuditPlan:
    """The plan of an audit. InputError with every problem of the request; files that are missing or cannot be read are
    told later, each for itself. mark: what the names of the results hold."""
    problems = [
        *_wrong_choice("--format", request.format, Format),
        *_wrong_choice("--show", request.show, Show),
        *_wrong_choice("--language", request.language, Language),
    ]
    files, more = _listed(request.files)
    output = Path(request.output).expanduser() if request.output else None
    problems += [*more, *_output_problems(output, files, request.format)]
    if problems:
        raise InputError(problems, PURPOSE)
    return AuditPlan(files, Format(request.format), Show(request.show), output, request.language, mark)


def page_paths(plan: AuditPlan) -> tuple[Path, ...]:
    """Where the page of each file goes: one name for one file, else names in a folder, no two the same."""
    if plan.output is not None and len(plan.files) == 1 and not _is_folder(plan.output):
        return (plan.output,)
    folder = plan.output or Path()
    taken: dict[str, int] = {}
    paths = []
    for file in plan.files:
        taken[file.stem] = taken.get(file.stem, 0) + 1
        number = f"-{taken[file.stem]}" if taken[file.stem] > 1 else ""
        paths.append(folder / f"{file.stem}{number}{plan.mark}.html")
    return tuple(paths)


def result_path(plan: AuditPlan) -> Path | None:
    """Where the one file of all results goes; None for the screen."""
    ending = "txt" if plan.format is Format.TABLE else str(plan.format)
    stem = plan.files[0].stem if len(plan.files) == 1 else "ra-soat"
    if plan.output is not None:
        return plan.output / f"{stem}{plan.mark}.{ending}" if _is_folder(plan.output) else plan.output
    return Path(f"{stem}{plan.mark}.xlsx") if plan.format is Format.XLSX else None


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _listed(names: Iterable[str]) -> tuple[tuple[Path, ...], list[InputProblem]]:
    """The files named and those of the folders named, each once, in their order."""
    found: dict[Path, None] = {}
    problems = []
    for name in names:
        path = Path(name).expanduser()
        if not path.is_dir():
            found[path] = None
            continue
        held = _in_folder(path)
        found.update(dict.fromkeys(held))
        if not held:
            problems.append(_empty_folder(path))
    return tuple(found), problems


def _in_folder(folder: Path) -> list[Path]:
    """The reports in a folder and below it: nothing hidden, no lock files of Word, none of our own results."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.suffix.lower() in SUFFIXES
        and path.is_file()
        and not path.name.lower().endswith(_OWN_FILES)
        and not any(part.startswith((".", "~$")) for part in path.relative_to(folder).parts)
    ]


def _output_problems(output: Path | None, files: Iterable[Path], form: str) -> Iterable[InputProblem]:
    if output is None:
        return
    listed = list(files)
    if any(output.resolve() == file.resolve() for file in listed):
        yield InputProblem(
            "một tệp kết quả khác với tệp được rà soát",
            "a file for the results other than the one that is audited",
            f"{output}",
            f"{output}",
            "Chọn tên khác cho --output.",
            "Choose another name for --output.",
        )
    if form == Format.HTML and len(listed) > 1 and not _is_folder(output):
        yield InputProblem(
            "một thư mục, vì mỗi tệp có một trang riêng",
            "a folder, as each file has a page of its own",
            f"--output {output}",
            f"--output {output}",
            "Nêu tên thư mục sau --output.",
            "Name a folder after --output.",
        )
    existing = next(path for path in (output.absolute(), *output.absolute().parents) if path.exists())
    if not os.access(existing, os.W_OK):
        yield InputProblem(
            "một nơi ghi được để đặt kết quả",
            "a place for the results that can be written to",
            f"{existing}",
            f"{existing}",
            "Chọn nơi khác bằng --output, hoặc xin quyền ghi.",
            "Choose another place with --output, or ask for the right to write there.",
        )


def _wrong_choice(option: str, text: str, choices: type[StrEnum]) -> Iterable[InputProblem]:
    known = [str(choice) for choice in choices]
    if text in known:
        return
    hint_vi, hint_en = did_you_mean(text, known)
    listed = ", ".join(known)
    yield InputProblem(
        f"một trong số: {listed}", f"one of: {listed}", f"{option} “{text}”", f"{option} “{text}”",
        f"Sửa {option}. {hint_vi}".strip(), f"Mend {option}. {hint_en}".strip(),
    )  # fmt: skip


def _empty_folder(folder: Path) -> InputProblem:
    return InputProblem(
        "một thư mục có báo cáo (.txt, .md, .docx, .pdf, .html)",
        "a folder with reports (.txt, .md, .docx, .pdf, .html)",
        f"{folder}: không có tệp nào như vậy",
        f"{folder}: no such file",
        "Kiểm tra lại đường dẫn.",
        "Check the path.",
    )
