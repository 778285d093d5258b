"""Vai trò của số liệu: the roles that mean something to the computation, beside those that are kinds of units.

Money in a role of its own tells where `money` comes from, or what became of a loan: it is never added as `money`.
"""

from __future__ import annotations

from collections.abc import Mapping

from poverty_evaluation.vocabulary.choices import FigureKind

MONEY = "money"
HOUSEHOLDS = "households"
ITEMS = "items"

REPAID = "repaid_money"  # doanh số thu nợ
OVERDUE = "overdue_money"  # nợ quá hạn
#: Nguồn kinh phí: what `money` is made up of.
STATE = "state_money"  # ngân sách nhà nước
OWN = "own_money"  # đối ứng của hộ
INTEGRATED = "integrated_money"  # lồng ghép
MOBILISED = "mobilised_money"  # huy động
MONEY_SOURCES = (STATE, OWN, INTEGRATED, MOBILISED)

#: Trong đó: households of a class of poverty among the households of the row, which need not belong to any of them.
POOR_AMONG = "poor_households_of"
NEAR_POOR_AMONG = "near_poor_households_of"
NEWLY_ESCAPED_AMONG = "newly_escaped_households_of"
CLASSES_AMONG = (POOR_AMONG, NEAR_POOR_AMONG, NEWLY_ESCAPED_AMONG)

#: Nhà ở: what the houses of a row are made up of.
NEW_BUILT = "new_built"  # xây mới
REPAIRED = "repaired"  # sửa chữa
KINDS_OF_HOUSES = (NEW_BUILT, REPAIRED)

CLASSES = "classes"  # số lớp, cuộc
PARTICIPANTS = "participants"  # lượt người

#: Roles that add up over the parts of an activity as the kinds of units do; a norm in a role of its own does not.
ADDED_ROLES = (REPAID, OVERDUE, *MONEY_SOURCES, *CLASSES_AMONG, *KINDS_OF_HOUSES, CLASSES, PARTICIPANTS)

#: What the unit of such a role must count.
KINDS_OF_ROLE: Mapping[str, tuple[FigureKind, ...]] = {
    **dict.fromkeys((REPAID, OVERDUE, *MONEY_SOURCES), (FigureKind.MONEY,)),
    **dict.fromkeys(CLASSES_AMONG, (FigureKind.HOUSEHOLDS,)),
    **dict.fromkeys(KINDS_OF_HOUSES, (FigureKind.ITEMS, FigureKind.HOUSEHOLDS)),
    CLASSES: (FigureKind.ITEMS, FigureKind.OCCURRENCES),
    PARTICIPANTS: (FigureKind.PERSONS, FigureKind.OCCURRENCES),
}
