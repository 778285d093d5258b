"""Chọn cách chạy: the engines by the names that the command line knows."""

from __future__ import annotations

from poverty_evaluation.operations.engines.engine import Engine
from poverty_evaluation.vocabulary.errors import InputError, InputProblem

WARM, STOCK = "warm", "stock"


def engine_named(name: str) -> Engine:
    """The engine of a name; InputError when there is none of that name."""
    if name == WARM:
        from poverty_evaluation.operations.engines.warm import WarmEngine

        return WarmEngine()
    if name == STOCK:
        from poverty_evaluation.operations.engines.kernels import KernelEngine

        return KernelEngine()
    problem = InputProblem(
        f"--engine là một trong: {WARM}, {STOCK}",
        f"--engine to be one of: {WARM}, {STOCK}",
        f"“{name}”",
        f"“{name}”",
        "Bỏ --engine để dùng cách chạy thường dùng.",
        "Leave --engine out for the usual way.",
    )
    raise InputError([problem])
