"""Tệp YAML của một kỳ: read into dataclasses, every wrong key or value told with its place."""

from __future__ import annotations

import unicodedata
from pathlib import Path
from typing import Any

import yaml
from pydantic import TypeAdapter, ValidationError

from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean


def read_yaml_list(path: Path, data_root: Path, entry_type: type) -> tuple[list[Any], list[InputProblem]]:
    """A list of entries of one dataclass; empty when the file is absent."""
    if not path.exists():
        return [], []
    found, problems = _load(path, data_root)
    if problems or found is None:
        return [], problems
    entries, problems = _validate(found, list[entry_type], path, data_root, entry_type)  # type: ignore[valid-type]
    return entries or [], problems


def read_yaml_object(path: Path, data_root: Path, object_type: type) -> tuple[Any | None, list[InputProblem]]:
    """One object of a dataclass; a missing file is a problem."""
    if not path.exists():
        return None, [
            InputProblem(
                f"tệp {path.name}",
                f"the file {path.name}",
                "không có tệp này",
                "no such file",
                "Tạo tệp theo mẫu trong data/README.md.",
                "Create it after the description in data/README.md.",
                file=path.relative_to(data_root).as_posix(),
            )
        ]
    found, problems = _load(path, data_root)
    if problems:
        return None, problems
    return _validate(found, object_type, path, data_root, object_type)


def _load(path: Path, data_root: Path) -> tuple[Any, list[InputProblem]]:
    file = path.relative_to(data_root).as_posix()
    try:
        return yaml.safe_load(unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig"))), []
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        mark = getattr(error, "problem_mark", None)
        return None, [
            InputProblem(
                "tệp YAML đúng cú pháp",
                "well-formed YAML",
                str(getattr(error, "problem", error)),
                str(getattr(error, "problem", error)),
                "Kiểm tra dấu thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này.",
                "Check indentation, colons and quotes on this line.",
                file=file,
                row=None if mark is None else mark.line + 1,
            )
        ]


def _validate(
    found: Any, target: Any, path: Path, data_root: Path, named: type
) -> tuple[Any | None, list[InputProblem]]:
    try:
        return TypeAdapter(target).validate_python(found), []
    except ValidationError as error:
        file = path.relative_to(data_root).as_posix()
        return None, [_problem(detail, file, named) for detail in error.errors()]


def _problem(detail: Any, file: str, named: type) -> InputProblem:
    where = ".".join(str(part) for part in detail["loc"])
    key = str(detail["loc"][-1]) if detail["loc"] else ""
    if detail["type"] in ("unexpected_keyword_argument", "extra_forbidden"):
        hint_vi, hint_en = did_you_mean(key, getattr(named, "__dataclass_fields__", {}))
        return InputProblem(
            "chỉ các khóa đã biết",
            "known keys only",
            f"khóa lạ “{where}”",
            f"the unknown key “{where}”",
            f"Xóa hoặc sửa tên khóa. {hint_vi}".strip(),
            f"Remove or rename it. {hint_en}".strip(),
            file=file,
            column=where,
        )
    missing = detail["type"] in ("missing", "missing_argument")
    return InputProblem(
        f"giá trị hợp lệ cho “{where}”" if not missing else f"khóa bắt buộc “{where}”",
        f"a valid value of “{where}”" if not missing else f"the required key “{where}”",
        "không có" if missing else repr(detail["input"]),
        "none" if missing else repr(detail["input"]),
        "Bổ sung vào tệp." if missing else f"({detail['msg']})",
        "Add it to the file." if missing else f"({detail['msg']})",
        file=file,
        column=where,
    )
