"""Biểu đồ: seconds for one report by way, and how seconds and memory go with the number of reports."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import matplotlib

matplotlib.use("svg")

import matplotlib.pyplot as plt
import seaborn as sns

from batch_parts.setting import Result
from batch_parts.table import plain_seconds

_WAYS = {
    "stock_with_lab": "stock, with JupyterLab",
    "stock": "stock, without it",
    "cold": "run, from cold",
    "batch": "batch of {reports}",
    "plain": "plain functions",
}
_SIZES = {"main": "main process", "warm": "warm parent", "child": "largest report", "total": "all together (PSS)"}


def draw(results: Result, target: Path) -> None:
    """An SVG of what has been measured; the same for the same results."""
    parts = {name: entry["result"] for name, entry in results["parts"].items()}
    plt.rcParams.update({"svg.hashsalt": "poverty-evaluation", "svg.fonttype": "none"})
    sns.set_theme(style="whitegrid", font_scale=0.85)
    figure, (ways, seconds, memory) = plt.subplots(1, 3, figsize=(14, 3.6), layout="constrained")
    _draw_ways(ways, parts.get("batch", {}))
    _draw_growth(seconds, memory, [one for one in parts.get("growth", {}).get("sizes", []) if "wall" in one])
    target.parent.mkdir(parents=True, exist_ok=True)
    figure.savefig(target, metadata={"Date": None})
    plt.close(figure)


def _draw_ways(axes: Any, result: Result) -> None:
    names, values = [], []
    for way, label in _WAYS.items():
        walls = [_wall(result, one, way) for one in result.get("rounds", []) if way in one and "wall" in one[way]]
        if walls:
            names.append(label.format(reports=result["reports"]))
            values.append(statistics.median(walls))
    axes.set_title("Seconds for one report (median)")
    if not names:
        return
    sns.barplot(x=values, y=names, ax=axes, orient="h", color="#4c72b0")
    axes.bar_label(axes.containers[0], fmt="%.2f", padding=3)
    axes.set_xlim(0, max(values) * 1.18)


def _wall(result: Result, one: Result, way: str) -> float:
    return plain_seconds(result, one, "wall", "published") if way == "plain" else float(one[way]["wall"])


def _draw_growth(seconds: Any, memory: Any, sizes: Sequence[Result]) -> None:
    counts = [one["reports"] for one in sizes]
    seconds.set_title("Seconds of wall for one report")
    memory.set_title("Memory at the peak, MB")
    if not sizes:
        return
    sns.lineplot(x=counts, y=[one["wall"] for one in sizes], marker="o", ax=seconds)
    for name, label in _SIZES.items():
        sns.lineplot(x=counts, y=[one[name] for one in sizes], marker="o", ax=memory, label=label)
    memory.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
    for axes in (seconds, memory):
        axes.set_xscale("log")
        axes.set_xticks(counts, [f"{count:,}" for count in counts])
        axes.minorticks_off()
        axes.set_xlabel("reports in the batch")
        axes.set_ylim(bottom=0)
