"""Tệp YAML của một kỳ: read into dataclasses, every wrong key or value told with its line."""

from __future__ import annotations

import dataclasses
import re
import types
import unicodedata
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from poverty_evaluation.ingest.positions import Pair, Where, quoted, with_hint
from poverty_evaluation.vocabulary.errors import InputProblem, did_you_mean

T = TypeVar("T")

#: What pydantic's kinds of error ask for, by the beginning of their names.
_ASKED: dict[str, Pair] = {
    "string": ("một dòng chữ (số thì đặt trong dấu nháy kép)", "a text (a number goes into double quotes)"),
    "date": ("một ngày dạng 2018-07-31", "a date such as 2018-07-31"),
    "bool": ("true hoặc false", "true or false"),
    "tuple": ("một danh sách, ví dụ [a, b]", "a list such as [a, b]"),
    "list": ("một danh sách, mỗi phần tử mở đầu bằng “- ”", "a list, every entry opening with “- ”"),
    "dict": ("các mục dạng “tên: giá trị”", "entries of the form “name: value”"),
    "dataclass": ("các mục dạng “tên: giá trị”", "entries of the form “name: value”"),
}

#: Written in C where the library was built so.
_SafeLoader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

#: report.yml is nested three deep; aliases to themselves or of aliases would go on for ever.
_DEEPEST, _MOST_KEYS = 10, 20_000


class _Loader(_SafeLoader):
    """As safe as yaml.SafeLoader, but a date that does not exist stays a text, to be refused where it is asked for."""

    def construct_yaml_timestamp(self, node: yaml.ScalarNode) -> Any:
        try:
            return super().construct_yaml_timestamp(node)
        except ValueError:
            return node.value


_Loader.add_constructor("tag:yaml.org,2002:timestamp", _Loader.construct_yaml_timestamp)


@dataclasses.dataclass(frozen=True)
class YamlTree:
    """A YAML file as plain values, and the line on which each key or entry stands."""

    values: Any
    lines: dict[tuple[str, ...], int]
    where: Where

    def at(self, *loc: str) -> Where:
        """Where a key stands, by the keys above it and itself."""
        row = next((self.lines[loc[:length]] for length in range(len(loc), 0, -1) if loc[:length] in self.lines), None)
        return self.where.at(row=row, column=".".join(loc))


def read_yaml_list(
    path: Path, data_root: Path, entry_type: type[T], hidden: Collection[str] = ()
) -> tuple[list[T], YamlTree | None, list[InputProblem]]:
    """A list of entries of one dataclass, and the tree it was read from; empty when the file is absent or empty.

    hidden: fields of the dataclass that nobody writes.
    """
    if not path.is_file():
        return [], None, []
    tree, problems = _load(path, data_root)
    if tree is None or tree.values is None:
        return [], None, problems
    entries, wrong = _validate(tree, list[entry_type], hidden)  # type: ignore[valid-type]
    return entries or [], tree, [*problems, *wrong]


def read_yaml_object(
    path: Path, data_root: Path, object_type: type[T]
) -> tuple[T | None, YamlTree | None, list[InputProblem]]:
    """One object of a dataclass, the tree it was read from, and every problem; an absent file is one."""
    if not path.is_file():
        return None, None, [_absent(path, data_root)]
    tree, problems = _load(path, data_root)
    if tree is None:
        return None, None, problems
    found, wrong = _validate(tree, object_type)
    return (None if problems or wrong else found), tree, [*problems, *wrong]


def _absent(path: Path, data_root: Path) -> InputProblem:
    return Where(path.relative_to(data_root).as_posix()).problem(
        (f"tệp {path.name}", f"the file {path.name}"),
        ("không có tệp này", "no such file"),
        ("Tạo tệp theo mẫu trong data/README.md.", "Create it after the description in data/README.md."),
    )


def _load(path: Path, data_root: Path) -> tuple[YamlTree | None, list[InputProblem]]:
    where = Where(path.relative_to(data_root).as_posix())
    lines: dict[tuple[str, ...], int] = {}
    try:
        loader = _Loader(unicodedata.normalize("NFC", path.read_text(encoding="utf-8-sig")))
        try:
            node = loader.get_single_node()
            repeated = list(_walk(node, (), lines, where)) if node is not None else []
            values = loader.construct_document(node) if node is not None else None
        finally:
            loader.dispose()
    except UnicodeDecodeError:
        return None, [_not_utf8(where)]
    except yaml.YAMLError as error:
        return None, [_bad_syntax(error, where)]
    return YamlTree(values, lines, where), repeated


def _walk(
    node: yaml.Node, loc: tuple[str, ...], lines: dict[tuple[str, ...], int], where: Where
) -> Iterator[InputProblem]:
    """Notes the line of every key and entry; yields a problem for each key told twice."""
    if len(loc) > _DEEPEST or len(lines) > _MOST_KEYS:
        return
    if isinstance(node, yaml.SequenceNode):
        for index, item in enumerate(node.value):
            lines[(*loc, str(index))] = item.start_mark.line + 1
            yield from _walk(item, (*loc, str(index)), lines, where)
    elif isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*loc, str(key.value))
            row = key.start_mark.line + 1
            if here in lines:
                yield where.at(row, ".".join(here)).problem(
                    ("mỗi khóa một lần", "each key once"),
                    (f"khóa “{key.value}” hai lần", f"the key “{key.value}” twice"),
                    ("Giữ lại một khóa.", "Keep one of them."),
                )
            lines[here] = row
            yield from _walk(value, here, lines, where)


def _not_utf8(where: Where) -> InputProblem:
    return where.problem(
        ("tệp văn bản mã UTF-8", "a text file in UTF-8"),
        ("một mã chữ khác", "another encoding"),
        ("Lưu lại tệp bằng mã UTF-8.", "Save the file as UTF-8."),
    )


def _bad_syntax(error: yaml.YAMLError, where: Where) -> InputProblem:
    mark = getattr(error, "problem_mark", None)
    found = str(getattr(error, "problem", None) or error)
    return where.at(row=None if mark is None else mark.line + 1).problem(
        ("tệp YAML đúng cú pháp", "well-formed YAML"),
        (found, found),
        (
            "Kiểm tra dấu thụt đầu dòng, dấu hai chấm và dấu nháy ở dòng này.",
            "Check indentation, colons and quotes on this line.",
        ),
    )


def _validate(tree: YamlTree, target: Any, hidden: Collection[str] = ()) -> tuple[Any, list[InputProblem]]:
    unknown = list(_unknown_keys(tree, tree.values, target, (), hidden))
    try:
        return TypeAdapter(target).validate_python(tree.values), unknown
    except ValidationError as error:
        return None, [*unknown, *(_problem(detail, tree) for detail in error.errors())]


def _unknown_keys(
    tree: YamlTree, values: Any, target: Any, loc: tuple[str, ...], hidden: Collection[str] = ()
) -> Iterator[InputProblem]:
    """Keys that no field has, at any depth: nothing that was written is ignored."""
    if get_origin(target) in (list, tuple) and isinstance(values, list):
        for index, item in enumerate(values):
            yield from _unknown_keys(tree, item, get_args(target)[0], (*loc, str(index)), hidden)
        return
    if get_origin(target) in (Union, types.UnionType):
        target = next((part for part in get_args(target) if dataclasses.is_dataclass(part)), None)
    if not dataclasses.is_dataclass(target) or not isinstance(values, dict):
        return
    hints = {name: hint for name, hint in get_type_hints(target).items() if name not in hidden}
    for key, value in values.items():
        here = (*loc, str(key))
        if key in hints:
            yield from _unknown_keys(tree, value, hints[key], here)
            continue
        remedy = "Xóa hoặc sửa tên khóa.", "Remove or rename it."
        yield tree.at(*here).problem(
            ("chỉ các khóa đã biết", "known keys only"),
            (f"khóa lạ “{'.'.join(here)}”", f"the unknown key “{'.'.join(here)}”"),
            with_hint(remedy, did_you_mean(str(key), [name for name in hints if name not in values] or hints)),
        )


def _problem(detail: ErrorDetails, tree: YamlTree) -> InputProblem:
    loc = tuple(str(part) for part in detail["loc"])
    key = ".".join(loc)
    if detail["type"] in ("missing", "missing_argument"):
        return tree.at(*loc).problem(
            (f"khóa bắt buộc “{key}”", f"the required key “{key}”"),
            ("không có", "none"),
            ("Bổ sung vào tệp.", "Add it to the file."),
        )
    expected, hint = _asked(detail)
    return tree.at(*loc).problem(expected, _shown(detail["input"]), with_hint(("Sửa lại.", "Mend it."), hint))


def _asked(detail: ErrorDetails) -> tuple[Pair, Pair]:
    """What a key asks for, and the choice nearest to what was written."""
    if detail["type"] in ("enum", "literal_error"):
        choices = re.findall(r"'([^']*)'", str(detail.get("ctx", {}).get("expected", "")))
        listed = ", ".join(choices)
        return (f"một trong: {listed}", f"one of: {listed}"), did_you_mean(str(detail["input"]), choices)
    for beginning, asked in _ASKED.items():
        if detail["type"].startswith(beginning):
            return asked, ("", "")
    return ("một giá trị hợp lệ", "a valid value"), ("", "")


def _shown(value: object) -> Pair:
    if value is None:
        return "trống", "nothing"
    if isinstance(value, list):
        return "một danh sách", "a list"
    if isinstance(value, dict):
        return "các mục con", "nested entries"
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return quoted(text)
