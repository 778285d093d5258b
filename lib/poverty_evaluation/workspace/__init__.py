"""Không gian làm việc: the data root, a run's folders, how the stages hand over, input hashes and scraps.

What notebooks use can be imported from here; each name brings its module when it is first asked for, so that
opening a data root does not load the libraries that tables need.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from poverty_evaluation.workspace.across_periods import open_comparison, read_headlines
    from poverty_evaluation.workspace.hand_over import load_analysis, load_ingest, save_analysis, save_ingest
    from poverty_evaluation.workspace.hashing import input_hash
    from poverty_evaluation.workspace.locations import Run, open_data_root, open_run, situations_folder
    from poverty_evaluation.workspace.scraps import glue_headline, read_headline

_MODULES = {
    "Run": "locations",
    "glue_headline": "scraps",
    "input_hash": "hashing",
    "load_analysis": "hand_over",
    "load_ingest": "hand_over",
    "open_comparison": "across_periods",
    "open_data_root": "locations",
    "open_run": "locations",
    "read_headline": "scraps",
    "read_headlines": "across_periods",
    "save_analysis": "hand_over",
    "save_ingest": "hand_over",
    "situations_folder": "locations",
}

__all__ = [
    "Run",
    "glue_headline",
    "input_hash",
    "load_analysis",
    "load_ingest",
    "open_comparison",
    "open_data_root",
    "open_run",
    "read_headline",
    "read_headlines",
    "save_analysis",
    "save_ingest",
    "situations_folder",
]


def __getattr__(name: str) -> Any:
    if name not in _MODULES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_MODULES[name]}"), name)
