"""Quan hệ giữa các con số: does a stated figure agree with the figures it is said to follow from?

One arithmetic for tables, published figures and typed reports: a relation takes what was printed, with its
precision and its hedge, and gives a `Verdict`. Exact throughout, no files, no formatting.
"""

from poverty_evaluation.relations.facts import Carried, CountOfListed, SameFact, WordsAgainstDigits
from poverty_evaluation.relations.growth import AverageDifference, AverageGrowth
from poverty_evaluation.relations.rates import Difference, RelativeChange, Share, denominator_bounds
from poverty_evaluation.relations.stated import Stated
from poverty_evaluation.relations.sums import AtMost, FlowIdentity, Product, SumOfParts
from poverty_evaluation.relations.unit_costs import UnitCost
from poverty_evaluation.relations.verdicts import State, Verdict

__all__ = [
    "AtMost",
    "AverageDifference",
    "AverageGrowth",
    "Carried",
    "CountOfListed",
    "Difference",
    "FlowIdentity",
    "Product",
    "RelativeChange",
    "SameFact",
    "Share",
    "State",
    "Stated",
    "SumOfParts",
    "UnitCost",
    "Verdict",
    "WordsAgainstDigits",
    "denominator_bounds",
]
