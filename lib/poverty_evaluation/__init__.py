"""Đánh giá giảm nghèo: from received figures to an evaluation report whose every number can be traced."""

__version__ = "0.1.0"
