"""Thư viện cho cụm máy: dask.distributed, looked for only when a scheduler is asked for."""

from __future__ import annotations

import logging
from typing import Any

from poverty_evaluation.vocabulary.errors import InputError, InputProblem

PURPOSE = ("trước khi dùng được cụm máy", "before the cluster can be used")


def distributed_library() -> Any:
    """The package `distributed`, silent about what is told here in two languages; InputError when it is missing."""
    try:
        import distributed
    except ImportError:
        raise InputError([_missing()], PURPOSE) from None
    for name in ("distributed", "distributed.client", "distributed.core", "distributed.comm"):
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return distributed


def _missing() -> InputProblem:
    return InputProblem(
        "gói Python distributed (Dask) để dùng --scheduler",
        "the Python package distributed (Dask) for --scheduler",
        "gói này chưa được cài",
        "that it is not installed",
        'Cài bằng: pip install "poverty-evaluation[cluster]"; hoặc bỏ --scheduler để lập báo cáo trên máy này.',
        'Install it: pip install "poverty-evaluation[cluster]"; or build on this machine, without --scheduler.',
    )
