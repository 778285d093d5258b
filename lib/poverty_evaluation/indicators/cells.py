"""Ô trong bảng: what a column of a received table holds, as exact values."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pandas as pd


def exact(value: Decimal | None) -> Fraction | None:
    return None if value is None or pd.isna(value) else Fraction(value)
