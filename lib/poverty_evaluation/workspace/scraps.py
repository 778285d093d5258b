"""Số liệu chính đi theo sổ tay: the headline figures of a run, glued into its notebook and read back across periods."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

from poverty_evaluation.vocabulary.errors import InputError, InputProblem
from poverty_evaluation.workspace.locations import Run
from poverty_evaluation.workspace.start_up import skip_slow_import_of_jsonschema

SCRAP = "evaluation"
SCHEMA_VERSION = 2


def glue_headline(run: Run, figures: Mapping[str, Any], report: Mapping[str, Any] | None = None) -> None:
    """Glue one dict of plain values under the name `evaluation`; call it in a notebook. report: what is compared
    across periods, as `evaluation.headline.headline_report` gives it.

    Whole numbers become int, other exact numbers the text "n/d". TypeError for what is no plain value.
    """
    skip_slow_import_of_jsonschema()
    import scrapbook

    scrapbook.glue(SCRAP, headline(run, figures, report))


def headline(run: Run, figures: Mapping[str, Any], report: Mapping[str, Any] | None = None) -> dict[str, Any]:
    """The dict that is glued."""
    return {
        **{name: _plain(item, name) for name, item in (report or {}).items()},
        "schema_version": SCHEMA_VERSION,
        "place": run.place,
        "period": str(run.period),
        "figures": {str(name): _plain(value, str(name)) for name, value in figures.items()},
    }


def read_headline(path: Path | str) -> dict[str, Any]:
    """The headline figures of an executed notebook; InputError when it holds none of this version, or is none."""
    skip_slow_import_of_jsonschema()
    import nbformat
    import scrapbook

    try:
        scraps = scrapbook.read_notebook(str(path)).scraps
    except (nbformat.ValidationError, AttributeError, KeyError, TypeError, ValueError) as error:
        name = type(error).__name__
        raise _unreadable(path, f"tệp hỏng ({name})", f"a damaged file ({name})") from error
    if SCRAP not in scraps:
        raise _unreadable(path, "không có mục này", "no such scrap")
    found: dict[str, Any] = scraps[SCRAP].data
    version = found.get("schema_version") if isinstance(found, dict) else None
    if version != SCHEMA_VERSION:
        raise _unreadable(path, f"phiên bản {version}", f"version {version}")
    return found


def _plain(value: Any, name: str) -> Any:
    if value is None or type(value) in (str, int, bool):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, (Fraction, Decimal)):
        exact = Fraction(value)
        return exact.numerator if exact.denominator == 1 else str(exact)
    if isinstance(value, Mapping):
        return {str(key): _plain(item, f"{name}.{key}") for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_plain(item, name) for item in value]
    raise TypeError(f"figure {name!r} is a {type(value).__name__}: give an exact number, text or None")


def _unreadable(path: Path | str, found_vi: str, found_en: str) -> InputError:
    return InputError(
        [
            InputProblem(
                f"số liệu chính “{SCRAP}” phiên bản {SCHEMA_VERSION} trong sổ tay đã chạy",
                f"the headline figures “{SCRAP}”, version {SCHEMA_VERSION}, in an executed notebook",
                found_vi,
                found_en,
                "Lập lại báo cáo của kỳ này.",
                "Build the report of that period again.",
                file=Path(path).name,
            )
        ]
    )
