"""Tiếp nhận số liệu: received files become validated tables and findings; nothing received is ever changed."""

from poverty_evaluation.ingest.period import ReceivedPeriod, read_period

__all__ = ["ReceivedPeriod", "read_period"]
