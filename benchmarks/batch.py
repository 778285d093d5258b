"""Đo việc lập nhiều báo cáo: our batch beside the stock commands in the same session, and what it does when it grows,
when nothing has changed, and when it is killed.

    python benchmarks/batch.py [--quick] [--parts batch,engine,pdf,growth,unchanged,memory,kills,cluster] [--resume]

Every part ends at its limit with what it has by then, and its results are written at each step to
benchmarks/results/batch.json, from which the table and the chart of benchmarks/README.md are made; --table makes them
again without measuring. --resume leaves out the parts that came to their end with the same options and the same
program. Environments, data and outputs lie in a cache folder. The reports are of invented communes
(`python -m poverty_evaluation.samples.many`), about the size of a real one, through the real notebooks.

  batch      in each round: a place's reports of both years, each by three papermill and one nbconvert command, without
             JupyterLab and with it, and by `run` from cold; our batch; the plain functions without a notebook
             (plain_report.py)
  engine     one report by `run` with its own engine and with papermill's kernels
  pdf        our PDF beside WeasyPrint's and Chromium's of the same report
  growth     batches of growing size: seconds for each report, memory
  unchanged  the largest of them again, nothing having changed
  memory     the main process over a very long batch
  kills      a batch killed at random moments and started again each time
  cluster    benchmarks/cluster.py, if it is there
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from batch_parts import clusters, engines, growth, kills, pdf, rounds
from batch_parts.setting import Keep, Result, Setting, load
from batch_parts.table import table
from measuring import ROOT, machine, write_between
from poverty_evaluation.workspace.hashing import package_hash

BEGIN, END = "<!-- batch: begin -->", "<!-- batch: end -->"
RESULTS = ROOT / "benchmarks" / "results"
PARTS: Mapping[str, Callable[[Setting, Keep], None]] = {
    "batch": rounds.measure,
    "engine": engines.measure,
    "pdf": pdf.measure,
    "growth": growth.measure,
    "unchanged": growth.measure_unchanged,
    "memory": growth.measure_memory,
    "kills": kills.measure,
    "cluster": clusters.measure,
}
_LIBRARIES = ("papermill", "nbclient", "nbconvert", "ipykernel", "pandas", "matplotlib", "typst")


def main() -> int:
    asked = _parser().parse_args()
    usual = asked.folder / "quick.json" if asked.quick else RESULTS / "batch.json"
    path = Path(asked.results) if asked.results else usual
    results = _read(path)
    if not asked.table:
        setting = _setting(asked)
        setting.folder.mkdir(parents=True, exist_ok=True)
        for name in asked.parts:
            _measure(name, setting, _limit(asked.limit, name), results, path, asked.resume)
    told = table(results)
    print(told)
    if not asked.quick:
        from batch_parts.picture import draw  # a process that has grown would count as the peak of those it starts

        draw(results, RESULTS / "batch.svg")
        write_between(BEGIN, END, told)
    return 0


def _measure(name: str, setting: Setting, limit: float, results: Result, path: Path, resume: bool) -> None:
    """One part, kept as it goes; a fault of it is told and stops no other part."""
    options = _options(setting)
    before = results["parts"].get(name, {})
    if resume and before.get("complete") and before.get("options") == options and before["program"] == package_hash():
        print(f"{name}: kept of {before['measured']}", file=sys.stderr, flush=True)
        return
    entry: Result = {"measured": _now(), "load": load(), "options": options, "program": package_hash()}
    entry |= {"commit": _commit(), "complete": False, "result": {}}

    def keep(result: Result) -> None:
        entry["result"] = result
        results["parts"][name] = entry
        results["machine"] = machine()
        results["versions"] = {library: version(library) for library in _LIBRARIES}
        _write(path, results)
        print(f"{_now()} {name}: kept, load {load()}", file=sys.stderr, flush=True)

    part = replace(setting, limit=limit)
    part.begin()
    print(f"{_now()} {name}: at most about {limit:.0f} s", file=sys.stderr, flush=True)
    try:
        PARTS[name](part, keep)
        entry["complete"] = not part.is_over
    except Exception as error:
        entry["failure"] = f"{type(error).__name__}: {error}"
        print(f"{name}: {entry['failure']}", file=sys.stderr, flush=True)
    keep(entry["result"])


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--quick", action="store_true", help="small numbers; nothing is written into the README")
    parser.add_argument("--parts", type=_names, default=tuple(PARTS), metavar="A,B")
    parser.add_argument("--resume", action="store_true", help="leave out the parts that are complete")
    parser.add_argument("--table", action="store_true", help="measure nothing, make table and chart again")
    parser.add_argument("--rounds", type=int, help="of batch, engine and pdf (default 5)")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--reports", type=int, help="of the batch beside the stock commands (default 20)")
    parser.add_argument("--growth", type=_numbers, metavar="N,N", help="sizes (default 1,5,20,100,500)")
    parser.add_argument("--memory-reports", type=int, metavar="N", help="default 2000")
    parser.add_argument("--kills", type=int, metavar="K", help="default 300")
    parser.add_argument(
        "--limit", default="2400", metavar="S | PART=S,…", help="seconds of a part (default 2400), or of some parts"
    )
    parser.add_argument("--without-lab", action="store_true", help="no environment with JupyterLab")
    parser.add_argument("--seed", type=int, default=2021)
    folder = Path(tempfile.gettempdir()) / "poverty-evaluation-benchmarks"
    parser.add_argument("--folder", type=Path, default=folder, help=f"the cache folder (default {folder})")
    parser.add_argument("--results", default="", metavar="FILE")
    return parser


def _setting(asked: argparse.Namespace) -> Setting:
    usual = (1, 4, (1, 4), 8, 6) if asked.quick else (5, 20, (1, 5, 20, 100, 500), 2000, 300)
    given = (asked.rounds, asked.reports, asked.growth, asked.memory_reports, asked.kills)
    number, reports, sizes, memory_reports, kill_count = (
        one if one is not None else other for one, other in zip(given, usual, strict=True)
    )
    return Setting(
        folder=asked.folder.resolve(),
        rounds=number,
        workers=asked.workers,
        limit=0.0,
        reports=reports,
        growth=sizes,
        memory_reports=memory_reports,
        kills=kill_count,
        seed=asked.seed,
        with_lab=not asked.without_lab,
    )


def _options(setting: Setting) -> dict[str, Any]:
    """What decides how much is measured."""
    return {
        "rounds": setting.rounds,
        "workers": setting.workers,
        "reports": setting.reports,
        "growth": list(setting.growth),
        "memory_reports": setting.memory_reports,
        "kills": setting.kills,
        "seed": setting.seed,
        "with_lab": setting.with_lab,
    }


def _names(text: str) -> tuple[str, ...]:
    names = tuple(part.strip() for part in text.split(","))
    if unknown := [name for name in names if name not in PARTS]:
        raise argparse.ArgumentTypeError(f"{unknown[0]}: not among {', '.join(PARTS)}")
    return names


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted({int(part) for part in text.split(",")}))


def _limit(text: str, name: str) -> float:
    usual = 2400.0
    for one in text.split(","):
        part, _, seconds = one.rpartition("=")
        if part == name:
            return float(seconds)
        if not part:
            usual = float(seconds)
    return usual


def _read(path: Path) -> Result:
    if path.is_file():
        found: Result = json.loads(path.read_text(encoding="utf-8"))
        return found
    return {"parts": {}}


def _write(path: Path, results: Result) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_suffix(".tmp")
    temporary.write_text(json.dumps(_rounded(results), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    os.replace(temporary, path)


def _rounded(value: Any) -> Any:
    if isinstance(value, float):
        return round(value, 4)
    if isinstance(value, dict):
        return {key: _rounded(one) for key, one in value.items()}
    return [_rounded(one) for one in value] if isinstance(value, list | tuple) else value


def _commit() -> str:
    asked = ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"]
    return subprocess.run(asked, capture_output=True, text=True, check=False).stdout.strip()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")


if __name__ == "__main__":
    sys.exit(main())
