"""Chỉ tiêu: definitions (data) and tables become indicator values, by one evaluator."""

from poverty_evaluation.indicators.evaluator import Evaluated, evaluate
from poverty_evaluation.indicators.period_tables import PeriodTables
from poverty_evaluation.indicators.suppression import Published, for_audience

__all__ = ["Evaluated", "PeriodTables", "Published", "evaluate", "for_audience"]
