"""Phiên bản: what built a report."""

from __future__ import annotations

import functools
import platform
from collections.abc import Mapping
from importlib.metadata import version

import poverty_evaluation

_LIBRARIES = (
    "ipykernel", "matplotlib", "nbclient", "nbconvert", "nbformat", "numpy", "pandas", "papermill", "pyarrow",
    "pydantic", "python-calamine", "scrapbook", "seaborn", "typst",
)  # fmt: skip


@functools.cache
def versions() -> Mapping[str, str]:
    """This package, Python and the libraries whose behaviour shows in a report."""
    return {
        "poverty-evaluation": poverty_evaluation.__version__,
        "python": platform.python_version(),
        **{name: _version(name) for name in _LIBRARIES},
    }


_version = functools.cache(version)  # each is looked for among the files of all that is installed
