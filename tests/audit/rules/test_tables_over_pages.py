"""A table that a page ends within: what is missing on one page stands on the next, and is no disagreement."""

from dataclasses import replace

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures
from poverty_evaluation.audit.findings import AuditVerdict
from poverty_evaluation.audit.rules.tables import table_relations

TOLD = (AuditVerdict.CONTRADICTION, AuditVerdict.LIKELY)
HEAD = "| TT | Đơn vị | Kinh phí |\n"
TOTAL_FIRST = "| | Tổng số | 1.065 |\n| I | Hội A | 628 |\n| II | Hội B | 120 |\n| III | Hội C | 118 |\n"
GROUPS = (
    "| 1 | Vay A | 300 |\n| | - Qua hội X | 200 |\n| | - Qua hội Y | 100 |\n"
    "| 2 | Vay B | 480 |\n| | - Qua hội X | 250 |\n| | - Qua hội Y | 230 |\n"
    "| 3 | Vay C | 476 |\n| | - Qua hội X | 218 |\n| | - Qua hội Y | 210 |\n"
)
REST = "| IV | Hội D | 102 |\n| V | Hội E | 97 |\n"
FOOT = "| | Thu gom | 250 |\n| | Tặng gạo | 119 |\n| | Tổng số | 420 |\n"


def tabbed(rows: str) -> str:
    """Rows as they are read from a page: cells with tabs between them."""
    return "".join("\t".join(cell.strip() for cell in row[1:-1].split("|")) + "\n" for row in rows.splitlines())


def alarms(first: str, second: str, between: str = "\n") -> list[str]:
    """What is told of two tables, the second on the next page."""
    head, above, below = map(tabbed, (HEAD, first, second))
    text = head + above + between + head + below
    source = plain_source(text)
    source = replace(source, page_starts=(0, text.index(head, 5)))
    return [one.stated.text for one in table_relations(read_figures(source)) if one.verdict in TOLD and one.stated]


@pytest.mark.parametrize(
    ("first", "second"),
    [(TOTAL_FIRST, REST), (GROUPS, "| | - Qua hội Z | 48 |\n| 4 | Vay D | 90 |\n"), (REST, FOOT)],
    ids=["a total whose parts go on", "a group whose parts go on", "a total whose parts began before"],
)
def test_parts_on_another_page_are_not_missed(first: str, second: str) -> None:
    assert alarms(first, second) == []


@pytest.mark.parametrize(("table", "stated"), [(TOTAL_FIRST, "1.065"), (FOOT, "420")])
def test_words_between_two_tables_part_them(table: str, stated: str) -> None:
    """Each is a whole table then, and its total is held against its parts."""
    own = table.replace("1.065", "966").replace("420", "396")
    assert alarms(own, REST, "\nNguồn: báo cáo của các đơn vị.\n\n") == [
        stated.replace("1.065", "966").replace("420", "396")
    ]


def test_a_column_that_other_columns_bear_out_is_told_though_the_table_goes_on() -> None:
    """Both parts of a foot stand on its own page; what goes on behind the foot belongs to another whole."""
    table = "| I | Hội A | 45 |\n| II | Hội B | 38 |\n| III | Hội C | 52 |\n| | Tổng số | 153 |\n"
    assert alarms(table, REST) == ["153"]


def test_a_text_without_tables_has_no_relations_of_tables() -> None:
    assert list(table_relations(read_figures(plain_source("Toàn xã có 45 hộ nghèo.\n")))) == []
