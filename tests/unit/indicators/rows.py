"""Tables of a few rows and definitions, as tests of the indicators write them."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import pandas as pd

from poverty_evaluation.reference import (
    Between,
    BilingualText,
    IndicatorDefinition,
    IndicatorKind,
    Method,
)
from poverty_evaluation.vocabulary.period_tables import ACTIVITIES
from poverty_evaluation.vocabulary.tables import FieldType, TableSpec

NEW, OLD, CITY, WARD, OTHER_WARD = "qd-59-2015", "qd-09-2011", "213", "07213", "07219"
NUMBERS = (FieldType.COUNT, FieldType.PERCENT, FieldType.MONEY, FieldType.QUANTITY)

Row = dict[str, Any]


def source(file: str, row: int, column: str, text: str) -> str:
    return json.dumps({"file": file, "sheet": "", "row": row, "column": column, "text": text})


def number(name: str, cell: Any, file: str, row: int) -> Row:
    """The six columns of a number: an exact value; None where the cell is empty; a pair of value and what is known
    of it (status, qualifier, decimals, as_printed)."""
    value, known = cell if isinstance(cell, tuple) else (cell, {})
    text = str(known.get("as_printed", "" if value is None else value))
    prefix = f"{name}_" if name else ""
    return {
        name or "value": None if value is None else Decimal(str(value)),
        f"{prefix}status": known.get("status", "missing" if value is None else "given"),
        f"{prefix}qualifier": known.get("qualifier", "exact"),
        f"{prefix}decimals": known.get("decimals", 0),
        f"{prefix}as_printed": text,
        f"{prefix}source": source(file, row, name or "value", text),
    }


def table(spec: TableSpec, rows: Iterable[Row], file: str = "") -> pd.DataFrame:
    """A table as ingest hands it over; what a row does not say is empty or its default."""
    file = file or f"{spec.name}.csv"
    records = []
    for place, row in enumerate(rows, 2):
        unknown = row.keys() - {field.name for field in spec.fields}
        assert not unknown, unknown
        record: Row = {"file": file, "sheet": "", "row": place}
        for field in spec.fields:
            if field.type in NUMBERS and field.name != "source_line":
                record |= number(field.name, row.get(field.name), file, place)
            else:
                record[field.name] = row.get(field.name, field.default)
        records.append(record)
    return pd.DataFrame(records, columns=list(records[0]) if records else None, dtype=object)


def review(poor: Any = None, total: Any = None, rate: Any = None, **more: Any) -> Row:
    counts = {"poor_households": poor, "total_households": total, "poverty_ratio_printed": rate}
    return {"place_code": CITY, "as_of": "2017-12-31", "standard_id": NEW, "vintage": "official", **counts, **more}


def activity(activity_id: str, money: Any = None, flow: str = "grant", **more: Any) -> Row:
    """An activity with its money and any other figures, by role: households=…, persons=…"""
    given = {
        "activity_id": activity_id, "measure_code": "gift-giving", "organisation_code": "ldld", "flow": flow,
        "beneficiary_group": "poor", "label_vi": activity_id, "money": money,
    }  # fmt: skip
    return given | more


UNITS = {"money": "đồng", "households": "hộ", "persons": "người", "items": "suất", "occurrences": "lượt hộ",
         "state_money": "đồng", "repaid_money": "đồng", "new_built": "nhà"}  # fmt: skip
#: What the unit of a role of its own counts.
KINDS = {"state_money": "money", "repaid_money": "money", "new_built": "items"}


def activity_tables(rows: Iterable[Row]) -> dict[str, pd.DataFrame]:
    rows = list(rows)
    figures = []
    for place, row in enumerate(rows, 2):
        for role in UNITS:
            if row.get(role) is not None:
                figures.append(
                    {
                        "figure_id": f"{row['activity_id']}.{role}",
                        "activity_id": row["activity_id"],
                        "role": role,
                        "kind": KINDS.get(role, role),
                        "flow": row["flow"] if role == "money" else "none",
                        **number("", row[role], "activities.csv", place),
                        "unit": _unit(row[role], role),
                        "half_step": Decimal(0),
                    }
                )
                figures[-1]["source"] = source("activities.csv", place, role, figures[-1]["as_printed"])
    plain = [{name: text for name, text in row.items() if name not in UNITS} for row in rows]
    columns = list(figures[0]) if figures else ["figure_id", "activity_id", "role", "kind", "flow", "unit", "half_step"]
    return {
        "activities": table(ACTIVITIES, plain),
        "activity_figures": pd.DataFrame(figures, columns=columns, dtype=object),
    }


def _unit(cell: Any, role: str) -> str:
    known = cell[1] if isinstance(cell, tuple) else {}
    return str(known.get("unit", UNITS[role]))


def definition(identity: str, kind: str, *of: str, **more: Any) -> IndicatorDefinition:
    fields: dict[str, Any] = {
        "table": "", "column": "", "by": (), "comparable_within": "", "published_as": "", "unit": "household",
        "decimals": 2, "description": None, "source": "",
    }  # fmt: skip
    fields |= more
    return IndicatorDefinition(
        id=identity,
        kind=IndicatorKind(kind),
        of=of,
        where=MappingProxyType(fields.pop("where", {})),
        between=Between(fields.pop("between", "")),
        method=Method(fields.pop("method", "")),
        label=BilingualText(identity, identity),
        **fields,
    )


REVIEW_INPUTS = tuple(
    definition(name, "input", table="household_review", column=name, decimals=0)
    for name in ("total_households", "poor_households")
)
FIGURES = definition("activity_figure", "input", table="activity_figures", column="value", by=("figure",), unit="")
