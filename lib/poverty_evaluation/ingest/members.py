"""Số liệu của các đơn vị trực thuộc: what the places that make up the reporting one sent for the same period, each read
from its own received files, side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pandas as pd

from poverty_evaluation.reference import Places
from poverty_evaluation.vocabulary.period_tables import ACTIVITIES, FUND_DISBURSEMENT, HOUSEHOLD_REVIEW
from poverty_evaluation.vocabulary.rows import rows_of

MEMBERS = "members"
#: The tables that are read of every member; each of their rows says in `member` whose it is.
READ_OF_MEMBERS = (HOUSEHOLD_REVIEW.name, ACTIVITIES.name, "activity_figures", FUND_DISBURSEMENT.name)
_REVIEW_KEY = ["as_of", "standard_id"]


def member_tables(
    slugs: Sequence[str],
    sent: Mapping[str, Mapping[str, pd.DataFrame]],
    empty: Mapping[str, pd.DataFrame],
    places: Places,
) -> dict[str, pd.DataFrame]:
    """`members` (one row for each, whether it sent the period) and their tables as `member_…`; none for no members.

    sent: the tables of those that sent the period; empty: tables of the same columns.
    """
    if not slugs:
        return {}
    codes = {slug: places.place_by_slug(slug).place_code for slug in slugs}
    listed = [{"place_code": codes[slug], "slug": slug, "is_sent": slug in sent} for slug in slugs]
    tables = {MEMBERS: pd.DataFrame(listed, dtype=object)}
    for name in READ_OF_MEMBERS:
        frames = []
        for slug, received in sent.items():
            frame = received[name]
            rows = _of_member(frame, codes[slug], places) if name == HOUSEHOLD_REVIEW.name else frame
            frames.append(rows.assign(member=codes[slug]).astype(object))
        filled = [frame for frame in frames if len(frame)]
        nothing = empty[name].iloc[:0].assign(member=pd.Series(dtype=object))
        tables[f"member_{name}"] = pd.concat(filled, ignore_index=True) if filled else nothing
    return tables


def _of_member(reviews: pd.DataFrame, code: str, places: Places) -> pd.DataFrame:
    """The reviews of the member itself, and of its wards where it sent none of its own of that day and standard."""
    own = reviews["place_code"] == code
    told = set(reviews[own][_REVIEW_KEY].itertuples(index=False, name=None))
    within = [
        places.is_within(row.place_code, code) and (row.as_of, row.standard_id) not in told for row in rows_of(reviews)
    ]
    return reviews[own | pd.Series(within, index=reviews.index, dtype=bool)]
