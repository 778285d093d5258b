"""Số liệu giả định: an invented city as a complete second data root, made from a seed."""

from poverty_evaluation.samples.city_root import DEFAULT_SEED, sample_files
from poverty_evaluation.samples.writing import write_sample

__all__ = ["DEFAULT_SEED", "sample_files", "write_sample"]
