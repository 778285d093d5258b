"""Hộ nghèo, hộ cận nghèo: the two classes that a review counts, with the values and the words that tell of each."""

from __future__ import annotations

from dataclasses import dataclass

from poverty_evaluation.evaluation.patterns import Pattern
from poverty_evaluation.evaluation.wording import household_classes as wording


@dataclass(frozen=True, slots=True)
class Movement:
    """Một dạng biến động: a way onto the list or off it, as it is counted and as it is named where there was none."""

    indicator_id: str
    counted: Pattern
    none: Pattern


@dataclass(frozen=True, slots=True)
class HouseholdClass:
    """A class of households: the ids of its values, what it is called, and how its list changes.

    effects, bounds: the beginnings of the ids of what drove the change and of the households that a published rate
    allows; empty where nobody computes them. is_leading: the class under which a report says what holds for both, such
    as a change of standard or of boundaries.
    """

    count: str
    rate: str
    change: str
    relative_change: str
    points: str
    points_per_year: str
    households: Pattern
    rate_name: Pattern
    exits: tuple[Movement, ...]
    entries: tuple[Movement, ...]
    effects: str = ""
    bounds: str = ""
    is_leading: bool = False


POOR = HouseholdClass(
    count="poor_households",
    rate="poverty_ratio",
    change="poor_households_change",
    relative_change="poor_households_relative_change",
    points="poverty_ratio_change_pp",
    points_per_year="poverty_ratio_change_per_year_pp",
    households=wording.POOR,
    rate_name=wording.POVERTY_RATE,
    exits=(
        Movement("escaped_households", wording.ESCAPED, wording.ESCAPED_NONE),
        Movement("other_exit_households", wording.OTHER_EXIT, wording.OTHER_EXIT_NONE),
    ),
    entries=(
        Movement("relapsed_households", wording.RELAPSED, wording.RELAPSED_NONE),
        Movement("newly_poor_households", wording.NEWLY_POOR, wording.NEWLY_POOR_NONE),
        Movement("from_near_poor_households", wording.FROM_NEAR_POOR, wording.FROM_NEAR_POOR_NONE),
        Movement("other_entry_households", wording.OTHER_ENTRY, wording.OTHER_ENTRY_NONE),
    ),
    effects="poor_households_effect",
    bounds="implied_total_households",
    is_leading=True,
)
NEAR_POOR = HouseholdClass(
    count="near_poor_households",
    rate="near_poverty_ratio",
    change="near_poor_households_change",
    relative_change="near_poor_households_relative_change",
    points="near_poverty_ratio_change_pp",
    points_per_year="near_poverty_ratio_change_per_year_pp",
    households=wording.NEAR_POOR,
    rate_name=wording.NEAR_POVERTY_RATE,
    exits=(
        Movement("near_poor_escaped_households", wording.NEAR_ESCAPED, wording.NEAR_ESCAPED_NONE),
        Movement("near_poor_to_poor_households", wording.BECAME_POOR, wording.BECAME_POOR_NONE),
        Movement("near_poor_other_exit_households", wording.OTHER_EXIT, wording.OTHER_EXIT_NONE),
    ),
    entries=(
        Movement("near_poor_relapsed_households", wording.NEAR_RELAPSED, wording.NEAR_RELAPSED_NONE),
        Movement("newly_near_poor_households", wording.NEWLY_NEAR_POOR, wording.NEWLY_NEAR_POOR_NONE),
        Movement("near_poor_from_poor_households", wording.FROM_POOR, wording.FROM_POOR_NONE),
        Movement("near_poor_other_entry_households", wording.OTHER_ENTRY, wording.OTHER_ENTRY_NONE),
    ),
)
