"""Khám phá: what an analyst asks of a period's values in JupyterLab; nothing of a report depends on it."""

from poverty_evaluation.exploration.provenance import provenance_tree, widest

__all__ = ["provenance_tree", "widest"]
