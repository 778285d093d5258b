"""Bảng và cột: what each table of a period consists of. One entry per column, one sentence saying what a row is."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class FieldType(StrEnum):
    TEXT = "text"
    NOTE = "note"  # a remark of the office: it may name a household, and never passes ingest
    CODE = "code"  # text that must be known to the reference data
    COUNT = "count"  # whole number, not negative
    PERCENT = "percent"  # printed per cent, kept as a fraction of 1
    MONEY = "money"  # whole đồng
    DATE = "date"
    CHOICE = "choice"
    QUANTITY = "quantity"  # a printed number with its hedge, read with the unit beside it


@dataclass(frozen=True, slots=True)
class FieldSpec:
    """One column. `code_of` names the reference list a CODE must come from; `choices` the values of a CHOICE."""

    name: str
    type: FieldType
    label_vi: str
    label_en: str
    required: bool = False  # the column must be there
    filled: bool = False  # and no cell of it empty
    code_of: str = ""
    choices: tuple[str, ...] = ()
    default: str = ""
    signed: bool = False  # whether an amount may be less than nothing
    unit: str = ""  # of a count whose name does not say what it counts


@dataclass(frozen=True, slots=True)
class TableSpec:
    """A received table: its file stem, what one row is, its key and its columns."""

    name: str
    label_vi: str
    label_en: str
    row_is: str
    key: tuple[str, ...]
    fields: tuple[FieldSpec, ...]

    def __hash__(self) -> int:
        """Without the fields: what is kept by table is looked up at every cell."""
        return hash(self.name)

    def field(self, name: str) -> FieldSpec:
        for field in self.fields:
            if field.name == name:
                return field
        raise KeyError(name)
