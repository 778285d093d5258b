"""Khởi động nhanh: what keeps the start of a process short."""

from __future__ import annotations

import sys


def skip_slow_import_of_jsonschema() -> None:
    """Keep jsonschema from compiling a grammar that nothing here needs.

    nbformat imports jsonschema. Where JupyterLab is installed in the same environment, it brings
    `rfc3987_syntax` with it, which builds a parser at import and costs every process about two seconds.
    jsonschema does without that package when it cannot be imported: its format checks of IRIs are then off,
    and notebooks have none. Call this before the first import of nbformat, papermill, nbconvert or scrapbook;
    without JupyterLab it changes nothing.
    """
    sys.modules.setdefault("rfc3987_syntax", None)  # type: ignore[arg-type]
