"""Không gian làm việc: the data root, a run's folders, how the stages hand over, input hashes and scraps."""

from poverty_evaluation.workspace.hand_over import load_analysis, load_ingest, save_analysis, save_ingest
from poverty_evaluation.workspace.hashing import input_hash
from poverty_evaluation.workspace.locations import Run, open_run
from poverty_evaluation.workspace.scraps import glue_headline, read_headline

__all__ = [
    "Run",
    "glue_headline",
    "input_hash",
    "load_analysis",
    "load_ingest",
    "open_run",
    "read_headline",
    "save_analysis",
    "save_ingest",
]
