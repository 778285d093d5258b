"""Đọc tệp danh mục: CSV rows and YAML entries read field by field, every mistake kept with its place.

A `Record` is one CSV row or one YAML mapping. Its methods read a field as a text, a date, a choice … and note what is
wrong instead of stopping at the first mistake; after a mistake they hand back an empty value, and the loader refuses
the whole reference folder at the end (`Problems.raise_if_any`), so an empty stand-in never leaves the loader.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from fractions import Fraction
from pathlib import Path
from typing import TypeAlias, TypeVar

import yaml

from poverty_evaluation.reference.texts import BilingualText
from poverty_evaluation.vocabulary.errors import InputError, InputProblem, did_you_mean

Scalar: TypeAlias = "str | int | bool | None"
Pair: TypeAlias = tuple[str, str]
E = TypeVar("E", bound=StrEnum)
T = TypeVar("T")

_INTEGER = re.compile(r"-?(0|[1-9][0-9]*)")
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_LIST_SEPARATOR = ";"


class Problems:
    """Everything wrong that was found so far."""

    def __init__(self) -> None:
        self._found: list[InputProblem] = []
        self.unread: set[str] = set()  # files of which no row could be read

    def add(self, file: str, row: int | None, column: str, expected: Pair, found: Pair, remedy: Pair) -> None:
        """Each of `expected`, `found`, `remedy` is (Vietnamese, English)."""
        self._found.append(InputProblem(*expected, *found, *remedy, file=file, row=row, column=column))

    def __len__(self) -> int:
        return len(self._found)

    def raise_if_any(self) -> None:
        if self._found:
            raise InputError(self._found)


class YamlMapping(dict[str, object]):
    """A YAML mapping that remembers the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


@dataclass(slots=True)
class Record:
    """One CSV row or YAML mapping being read. `path` is the key path of a YAML mapping, empty for a CSV row."""

    values: Mapping[str, object]
    file: str
    row: int
    problems: Problems
    path: str = ""
    _asked: set[str] = field(default_factory=set)

    # --- where and what is wrong

    def column(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def line(self, key: str) -> int:
        if isinstance(self.values, YamlMapping):
            return self.values.lines.get(key, self.row)
        return self.row

    def refuse(self, key: str, expected: Pair, found: Pair, remedy: Pair) -> None:
        self.problems.add(self.file, self.line(key), self.column(key), expected, found, remedy)

    def check_code(self, key: str, code: str, known: Iterable[str], list_vi: str, list_en: str, list_file: str) -> None:
        """Refuse a code that is given and that another list does not hold.

        Says nothing when the file of that list could not be read: that was already told.
        """
        names = tuple(known)
        if not code or code in names or list_file in self.problems.unread:
            return
        hint_vi, hint_en = did_you_mean(code, names)
        self.refuse(
            key,
            (f"một mã của {list_vi} ({list_file})", f"a code of {list_en} ({list_file})"),
            (f"“{code}”", f"“{code}”"),
            (
                hint_vi or f"Sửa mã, hoặc bổ sung mã này vào {list_file}.",
                hint_en or f"Mend the code, or add it to {list_file}.",
            ),
        )

    # --- fields

    def _raw(self, key: str) -> object:
        self._asked.add(key)
        value = self.values.get(key)
        return None if value == "" else value

    def _missing(self, key: str) -> None:
        self.refuse(
            key,
            ("một giá trị", "a value"),
            ("trống", "nothing"),
            (f"Điền “{key}”.", f"Fill in “{key}”."),
        )

    def _scalar_text(self, key: str, required: bool) -> str:
        value = self._raw(key)
        if value is None:
            if required:
                self._missing(key)
            return ""
        if isinstance(value, bool) or not isinstance(value, (str, int)):
            self.refuse(
                key,
                ("một dòng chữ", "a text"),
                (_kind_vi(value), _kind_en(value)),
                ("Viết thành một dòng chữ, đặt trong dấu nháy kép.", "Write one text, in double quotes."),
            )
            return ""
        return str(value)

    def text(self, key: str, required: bool = False) -> str:
        return self._scalar_text(key, required)

    def choice(self, key: str, kind: type[E], default: E | None = None) -> E:
        """One of the names of an enum; without a default the field must be filled."""
        text = self._scalar_text(key, required=default is None)
        if not text:
            return default if default is not None else next(iter(kind))
        names = [member.value for member in kind if member.value]
        if text not in names:
            hint_vi, hint_en = did_you_mean(text, names)
            self.refuse(
                key,
                (f"một trong: {', '.join(names)}", f"one of: {', '.join(names)}"),
                (f"“{text}”", f"“{text}”"),
                (hint_vi or "Chọn một tên trong danh sách.", hint_en or "Choose one of the names."),
            )
            return next(iter(kind))
        return kind(text)

    def flag(self, key: str, default: bool | None = None) -> bool:
        """`true` or `false`; without a default the field must be filled."""
        value = self._raw(key)
        if value is None:
            if default is None:
                self._missing(key)
            return bool(default)
        if isinstance(value, bool):
            return value
        text = str(value)
        if text not in ("true", "false"):
            self.refuse(
                key,
                ("true hoặc false", "true or false"),
                (f"“{text}”", f"“{text}”"),
                ("Viết true (đúng) hoặc false (sai).", "Write true or false."),
            )
        return text == "true"

    def day(self, key: str, required: bool = False) -> date | None:
        text = self._scalar_text(key, required)
        if not text:
            return None
        try:
            if len(text) != 10:
                raise ValueError(text)
            return date.fromisoformat(text)
        except ValueError:
            self.refuse(
                key,
                ("ngày dạng năm-tháng-ngày, ví dụ 2016-01-05", "a date as year-month-day, e.g. 2016-01-05"),
                (f"“{text}”", f"“{text}”"),
                ("Viết lại ngày theo dạng đó.", "Write the date in that form."),
            )
            return None

    def integer(self, key: str, required: bool = False) -> int | None:
        text = self._scalar_text(key, required)
        if not text:
            return None
        if not _INTEGER.fullmatch(text):
            self.refuse(
                key,
                ("số nguyên không có dấu phân cách", "a whole number without separators"),
                (f"“{text}”", f"“{text}”"),
                ("Viết chữ số liền nhau, ví dụ 700000.", "Write digits only, e.g. 700000."),
            )
            return None
        return int(text)

    def decimal(self, key: str, required: bool = False) -> Fraction | None:
        """A number with a decimal point, read exactly."""
        text = self._scalar_text(key, required)
        if not text:
            return None
        if not _DECIMAL.fullmatch(text):
            self.refuse(
                key,
                ("số với dấu chấm thập phân, ví dụ 1.5", "a number with a decimal point, e.g. 1.5"),
                (f"“{text}”", f"“{text}”"),
                ("Viết lại số theo dạng đó.", "Write the number in that form."),
            )
            return None
        return Fraction(text)

    def texts(self, key: str, required: bool = False) -> tuple[str, ...]:
        """A YAML list of texts, or the parts of a CSV cell between semicolons."""
        value = self._raw(key)
        if value is None:
            if required:
                self._missing(key)
            return ()
        if isinstance(value, str) and not isinstance(self.values, YamlMapping):
            return tuple(part.strip() for part in value.split(_LIST_SEPARATOR) if part.strip())
        if isinstance(value, list) and all(isinstance(part, (str, int)) and part != "" for part in value):
            return tuple(str(part) for part in value)
        self.refuse(
            key,
            ("danh sách các dòng chữ, ví dụ [a, b]", "a list of texts, e.g. [a, b]"),
            (_kind_vi(value), _kind_en(value)),
            ("Viết thành danh sách trong dấu ngoặc vuông.", "Write a list in square brackets."),
        )
        return ()

    # --- nested YAML

    def bilingual(self, key: str, required: bool = True) -> BilingualText | None:
        """A mapping `{vi: …, en: …}`, both given."""
        if self.values.get(key) is None:
            self._asked.add(key)
            if required:
                self._missing(key)
            return None
        inner = self.record(key)
        if inner is None:
            return None
        text = BilingualText(inner.text("vi", required=True), inner.text("en", required=True))
        inner.close()
        return text

    def record(self, key: str) -> Record | None:
        """The mapping under a key; None when there is none."""
        value = self._raw(key)
        if value is None:
            return None
        if isinstance(value, YamlMapping):
            return Record(value, self.file, value.line, self.problems, self.column(key))
        self.refuse(
            key,
            ("các mục con có tên", "named entries"),
            (_kind_vi(value), _kind_en(value)),
            ("Viết các mục con, mỗi mục dạng “tên: giá trị”.", "Write entries of the form “name: value”."),
        )
        return None

    def records(self, key: str, name: str = "") -> tuple[Record, ...]:
        """The list of mappings under a key; each is named in messages by its field `name`, else by its number."""
        value = self._raw(key)
        if value is None:
            return ()
        return _records_of(value, self.file, self.line(key), self.problems, self.column(key), name)

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A mapping from names to one text or several."""
        inner = self.record(key)
        if inner is None:
            return {}
        found: dict[str, tuple[str, ...]] = {}
        for name, value in inner.values.items():
            found[name] = inner.texts(name) if isinstance(value, list) else (inner.text(name),)
        return found

    def options(self, key: str) -> dict[str, str | int | bool | tuple[str, ...]]:
        """A mapping from names to a text, a whole number, true/false or a list of texts."""
        inner = self.record(key)
        if inner is None:
            return {}
        found: dict[str, str | int | bool | tuple[str, ...]] = {}
        for name, value in inner.values.items():
            if isinstance(value, (bool, int, str)):
                found[name] = value
            else:
                found[name] = inner.texts(name)
        return found

    def close(self) -> None:
        """After the last field: refuse the keys nobody asked for, naming the nearest known one."""
        for key in self.values:
            if key not in self._asked:
                missing = [name for name in self._asked if name not in self.values]
                hint_vi, hint_en = did_you_mean(key, missing)
                if not hint_vi:
                    hint_vi, hint_en = did_you_mean(key, self._asked)
                self.refuse(
                    key,
                    (
                        f"một trong các mục: {', '.join(sorted(self._asked))}",
                        f"one of: {', '.join(sorted(self._asked))}",
                    ),
                    (f"mục lạ “{key}”", f"the unknown key “{key}”"),
                    (hint_vi or "Xóa hoặc sửa tên mục này.", hint_en or "Remove the key or mend its name."),
                )


def _kind_vi(value: object) -> str:
    if isinstance(value, YamlMapping):
        return "các mục con"
    if isinstance(value, list):
        return "một danh sách"
    return f"“{_as_written(value)}”"


def _kind_en(value: object) -> str:
    if isinstance(value, YamlMapping):
        return "nested entries"
    if isinstance(value, list):
        return "a list"
    return f"“{_as_written(value)}”"


def _as_written(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _records_of(value: object, file: str, row: int, problems: Problems, path: str, name: str) -> tuple[Record, ...]:
    if not isinstance(value, list):
        problems.add(
            file,
            row,
            path,
            ("một danh sách, mỗi phần tử mở đầu bằng “- ”", "a list, every entry opening with “- ”"),
            (_kind_vi(value), _kind_en(value)),
            ("Viết lại thành danh sách.", "Write a list."),
        )
        return ()
    records = []
    for number, item in enumerate(value, 1):
        if not isinstance(item, YamlMapping):
            problems.add(
                file,
                row,
                f"{path}[{number}]",
                ("các mục con có tên", "named entries"),
                (_kind_vi(item), _kind_en(item)),
                ("Viết các mục con, mỗi mục dạng “tên: giá trị”.", "Write entries of the form “name: value”."),
            )
            continue
        called = item.get(name) if name else None
        records.append(Record(item, file, item.line, problems, f"{path}[{called or number}]"))
    return tuple(records)


# --- files


@dataclass(frozen=True, slots=True)
class Folder:
    """The folder `reference` of a data root, and where its mistakes are kept."""

    path: Path
    problems: Problems

    def _name(self, file: str) -> str:
        return f"{self.path.name}/{file}"

    def _text(self, file: str, required: bool) -> str | None:
        path = self.path / file
        if not path.is_file():
            if required:
                self.problems.unread.add(file)
                self.problems.add(
                    self._name(file),
                    None,
                    "",
                    ("tệp này", "this file"),
                    ("không có tệp", "no such file"),
                    (f"Đặt tệp {file} vào thư mục {self.path.name}.", f"Put {file} into the folder {self.path.name}."),
                )
            return None
        try:
            return path.read_text(encoding="utf-8-sig")
        except UnicodeDecodeError as error:
            self.problems.unread.add(file)
            self.problems.add(
                self._name(file),
                None,
                "",
                ("chữ mã hóa UTF-8", "UTF-8 text"),
                (f"một byte khác ở vị trí {error.start}", f"another byte at position {error.start}"),
                ("Lưu lại tệp với mã UTF-8.", "Save the file as UTF-8."),
            )
            return None

    def table(
        self, file: str, columns: Sequence[str], required: bool = True, optional_columns: Sequence[str] = ()
    ) -> tuple[Record, ...]:
        """The rows of a CSV file, its heading compared with the columns it must have."""
        text = self._text(file, required)
        if text is None:
            return ()
        records = self._rows(file, text, columns, optional_columns)
        if records is None:
            self.problems.unread.add(file)
        return records or ()

    def _rows(
        self, file: str, text: str, columns: Sequence[str], optional_columns: Sequence[str]
    ) -> tuple[Record, ...] | None:
        try:
            rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
        except csv.Error as error:
            self.problems.add(
                self._name(file),
                None,
                "",
                ("bảng CSV đọc được", "a readable CSV table"),
                (str(error), str(error)),
                ("Kiểm tra các dấu nháy kép trong tệp.", "Check the double quotes of the file."),
            )
            return None
        heading = [unicodedata.normalize("NFC", name.strip()) for name in rows[0]] if rows else []
        if not self._check_heading(file, heading, columns, optional_columns):
            return None
        records = []
        for number, cells in enumerate(rows[1:], 2):
            if not any(cell.strip() for cell in cells):
                continue
            if len(cells) != len(heading):
                self.problems.add(
                    self._name(file),
                    number,
                    "",
                    (f"{len(heading)} ô như dòng tiêu đề", f"{len(heading)} cells as in the heading"),
                    (f"{len(cells)} ô", f"{len(cells)} cells"),
                    ("Đặt chữ có dấu phẩy trong dấu nháy kép.", "Put a text that holds a comma into double quotes."),
                )
                continue
            values = {name: _clean(cell) for name, cell in zip(heading, cells, strict=True)}
            records.append(Record(values, self._name(file), number, self.problems))
        return tuple(records)

    def _check_heading(
        self, file: str, heading: Sequence[str], columns: Sequence[str], optional_columns: Sequence[str]
    ) -> bool:
        before = len(self.problems)
        known = (*columns, *optional_columns)
        for name in dict.fromkeys(heading):
            if name not in known:
                hint_vi, hint_en = did_you_mean(name, [column for column in known if column not in heading] or known)
                self.problems.add(
                    self._name(file),
                    1,
                    name,
                    (f"một trong các cột: {', '.join(known)}", f"one of the columns: {', '.join(known)}"),
                    (f"cột lạ “{name}”", f"the unknown column “{name}”"),
                    (hint_vi or "Xóa hoặc sửa tên cột này.", hint_en or "Remove the column or mend its name."),
                )
            if heading.count(name) > 1:
                self.problems.add(
                    self._name(file),
                    1,
                    name,
                    ("mỗi cột một lần", "each column once"),
                    (f"{heading.count(name)} cột cùng tên", f"{heading.count(name)} columns of that name"),
                    ("Giữ lại một cột.", "Keep one of them."),
                )
        for name in columns:
            if name not in heading:
                self.problems.add(
                    self._name(file),
                    1,
                    name,
                    (f"cột “{name}”", f"the column “{name}”"),
                    ("không có cột này", "no such column"),
                    ("Thêm cột vào dòng tiêu đề.", "Add the column to the heading."),
                )
        return len(self.problems) == before

    def _tree(self, file: str, required: bool) -> object:
        text = self._text(file, required)
        if text is None:
            return None
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        try:
            node = yaml.compose(text, Loader=loader)
        except yaml.YAMLError as error:
            mark = getattr(error, "problem_mark", None)
            what = str(getattr(error, "problem", "") or error)
            self.problems.unread.add(file)
            self.problems.add(
                self._name(file),
                mark.line + 1 if mark else None,
                "",
                ("tệp YAML đọc được", "a readable YAML file"),
                (what, what),
                ("Kiểm tra thụt lề, dấu hai chấm và dấu nháy ở dòng này.", "Check indent, colons and quotes there."),
            )
            return None
        return None if node is None else self._plain(file, node, ())

    def _plain(self, file: str, node: yaml.Node, above: tuple[yaml.Node, ...]) -> object:
        """The node as text, whole number, true/false, None, list or YamlMapping; nothing else is guessed."""
        line = node.start_mark.line + 1
        if any(node is other for other in above):
            self.problems.add(
                self._name(file),
                line,
                "",
                ("các mục không chứa chính nó", "entries that do not contain themselves"),
                ("một mục chứa chính nó", "an entry that contains itself"),
                ("Bỏ dấu * trỏ ngược lên trên.", "Remove the * that points upwards."),
            )
            return None
        if isinstance(node, yaml.ScalarNode):
            return _scalar(node)
        if isinstance(node, yaml.SequenceNode):
            return [self._plain(file, item, (*above, node)) for item in node.value]
        mapping = YamlMapping(line)
        for key_node, value_node in node.value:
            key = unicodedata.normalize("NFC", str(key_node.value))
            if key in mapping:
                self.problems.add(
                    self._name(file),
                    key_node.start_mark.line + 1,
                    key,
                    ("mỗi mục một lần", "each key once"),
                    (f"mục “{key}” hai lần", f"the key “{key}” twice"),
                    ("Giữ lại một mục.", "Keep one of them."),
                )
            mapping.lines[key] = key_node.start_mark.line + 1
            mapping[key] = self._plain(file, value_node, (*above, node))
        return mapping

    def entries(self, file: str, name: str, required: bool = True) -> tuple[Record, ...]:
        """The entries of a YAML file that holds a list; each is named in messages by its field `name`."""
        tree = self._tree(file, required)
        if tree is None:
            return ()
        return _records_of(tree, self._name(file), 1, self.problems, Path(file).stem, name)

    def document(self, file: str) -> Record | None:
        """The one mapping a YAML file holds."""
        tree = self._tree(file, required=True)
        if isinstance(tree, YamlMapping):
            return Record(tree, self._name(file), tree.line, self.problems)
        if tree is not None:
            self.problems.add(
                self._name(file),
                1,
                "",
                ("các mục có tên", "named entries"),
                (_kind_vi(tree), _kind_en(tree)),
                ("Viết các mục dạng “tên: giá trị”.", "Write entries of the form “name: value”."),
            )
        return None


def _clean(cell: str) -> str:
    return unicodedata.normalize("NFC", cell.strip())


def _scalar(node: yaml.ScalarNode) -> Scalar:
    text = unicodedata.normalize("NFC", node.value)
    if node.style:  # quoted or a block: text, whatever it looks like
        return text
    if text in ("", "~", "null"):
        return None
    if text in ("true", "false"):
        return text == "true"
    return int(text) if _INTEGER.fullmatch(text) else text


def unique(records: Iterable[tuple[Record, T]], code: Callable[[T], str], key: str) -> dict[str, T]:
    """The things by their code; a code given twice is refused at its second place."""
    found: dict[str, T] = {}
    first: dict[str, int] = {}
    for record, thing in records:
        name = code(thing)
        if not name:
            continue
        if name in found:
            record.refuse(
                key,
                ("mỗi mã một lần", "each code once"),
                (
                    f"“{name}” đã có ở dòng {first[name]}",
                    f"“{name}”, which line {first[name]} already has",
                ),
                ("Xóa một dòng hoặc đặt mã khác.", "Remove one of them or give it another code."),
            )
            continue
        found[name] = thing
        first[name] = record.line(key)
    return found
