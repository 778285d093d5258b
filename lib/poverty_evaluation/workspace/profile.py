"""Vài khóa của report.yml: the few keys that are needed before the profile as a whole is read and checked."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

PROFILE = "report.yml"
#: Every scalar as the text it is written with; the parser in C where the library has one, several times faster.
_LOADER: type[yaml.BaseLoader] = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def peek(period_folder: Path) -> dict[str, Any]:
    """The top level of report.yml as it stands, every value a text; empty when it is absent or cannot be parsed.

    Nothing is judged here: reading the received files tells what is wrong with report.yml, and where.
    """
    path = period_folder / PROFILE
    if not path.is_file():
        return {}
    try:
        found = yaml.load(path.read_text(encoding="utf-8-sig"), Loader=_LOADER)  # a wrong date is a text too
    except (yaml.YAMLError, UnicodeDecodeError):
        return {}
    return found if isinstance(found, dict) else {}
