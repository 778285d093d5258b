"""PDF: our export of a finished report beside WeasyPrint and Chromium on the same report's page."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

from batch_parts.environments import with_weasyprint
from batch_parts.setting import Keep, Result, Setting, data_root, environment, load, ours
from measuring import run

#: Writes the PDF of a page twice in one process and tells how long the second took.
_WEASYPRINT = """
import json, sys, time, weasyprint
for _ in range(2):
    started = time.perf_counter()
    weasyprint.HTML(filename=sys.argv[1]).write_pdf(sys.argv[2])
print(json.dumps(time.perf_counter() - started))
"""


def measure(setting: Setting, keep: Keep) -> None:
    root, tasks = data_root(setting, 2)
    weasyprint = with_weasyprint(setting)
    result: Result = {"load": load(), "reports": {}}
    reports = {"/".join(tasks[-1]): (tasks[-1], str(root)), "bac-giang-city/2016-2018": (_CITY, "")}
    for name, (task, data) in reports.items():
        folder = _built(setting, task, data)
        told: Result = {"ours": [], "weasyprint": [], "chromium": []}
        result["reports"][name] = told
        for _ in range(setting.rounds):
            for way, command in _ways(folder, weasyprint, setting.folder).items():
                _take(told, way, command, setting)
            keep(result)
            if setting.is_over:
                return


_CITY = ("bac-giang-city", "2016-2018")


def _built(setting: Setting, task: tuple[str, str], data: str) -> Path:
    outputs = setting.fresh(f"pdf-{task[0]}")
    chosen = ["--data", data] if data else []
    command = [*ours(), "run", *task, *chosen, "--output", str(outputs), "--format", "html", "--quiet"]
    spent = run(command, environment(), setting.left, accepted=(0, 3))
    if spent.failure:
        raise RuntimeError(f"{task}: {spent.failure}")
    return outputs / task[0] / task[1]


def _ways(folder: Path, weasyprint: Path | None, scratch: Path) -> dict[str, list[str]]:
    from exports import TWICE, chromium_prints

    page, notebook = folder / "report.html", folder / "executed" / "03_report.ipynb"
    ways = {"ours": [sys.executable, "-c", TWICE, "evaluation-pdf", str(notebook), "{}"]}
    if weasyprint is not None:
        ways["weasyprint"] = [
            str(weasyprint / "python"), "-c", _WEASYPRINT, str(page), str(scratch / "weasyprint.pdf"),
        ]  # fmt: skip
    if shutil.which("chromium"):
        ways["chromium"] = list(chromium_prints(page, scratch / "chromium.pdf", scratch / "profile"))
    return ways


def _take(told: Result, way: str, command: list[str], setting: Setting) -> None:
    """Seconds inside a process that has made one already; of Chromium, which cannot be asked so, its whole process."""
    spent = run(command, environment(), min(setting.left, 300))
    if spent.failure:
        told.setdefault("failures", {})[way] = spent.failure
    else:
        told[way].append(spent.wall if way == "chromium" else json.loads(spent.told.strip().splitlines()[-1]))
