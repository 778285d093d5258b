"""Our own reports, read back as a stranger reads them: they contradict themselves nowhere but where they say so."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from poverty_evaluation.operations.audits.self_audit import audit_report
from poverty_evaluation.operations.results import read_report
from poverty_evaluation.workspace.locations import open_data_root

DATA = Path(__file__).parents[2] / "data"
ROOTS = [open_data_root(str(root)) for root in (DATA, DATA / "sample")]
REPORTS = [(place, str(period)) for root in ROOTS for place in root.places() for period in root.periods(place)]


def audited(real_report: Callable[..., Any], place: str, period: str, folder: Path) -> Any:
    report = real_report(place, period)
    (folder / "03.ipynb").write_text(json.dumps(report.notebook, ensure_ascii=False), encoding="utf-8")
    (folder / "report.html").write_bytes(report.exported("evaluation-html"))
    return audit_report(folder, ["report.html"], read_report(folder / "03.ipynb").findings)


@pytest.mark.parametrize(("place", "period"), REPORTS)
def test_a_report_contradicts_itself_only_where_it_says_so(
    real_report: Callable[..., Any], place: str, period: str, tmp_path: Path
) -> None:
    audit = audited(real_report, place, period, tmp_path)
    assert audit.failure == ""
    assert audit.figures_read > 20
    assert [(one["kind"], one["quote"], one["computation"]) for one in audit.unannounced] == []


def test_what_the_city_printed_is_found_in_its_report_and_announced(
    real_report: Callable[..., Any], tmp_path: Path
) -> None:
    """A whole below its parts is quoted in the text: found by the audit, and among the findings of the report."""
    audit = audited(real_report, "bac-giang-city", "2016-2018", tmp_path)
    assert any(one["kind"] == "sum" and "83.020" in one["quote"] for one in audit.told)
