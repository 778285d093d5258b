"""Ô trong bảng: what a column of a received table holds, as exact values and source cells."""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from poverty_evaluation.vocabulary.sources import SourceCell


def exact(value: Decimal | None) -> Fraction | None:
    return None if value is None or pd.isna(value) else Fraction(value)


def cell(text: str) -> SourceCell:
    return SourceCell(**json.loads(text))
