"""Kiểm tra số liệu nhận được: declared relations between received figures, each disagreement a finding."""

from poverty_evaluation.ingest.checks.run import check_tables

__all__ = ["check_tables"]
