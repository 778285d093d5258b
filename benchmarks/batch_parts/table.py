"""Bảng kết quả: the results as Markdown, the aims beside what was measured; what is missing or failed is said."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from typing import Any

from batch_parts.setting import Result
from measuring import spread


def table(results: Result) -> str:
    """Everything that has been measured, part by part."""
    parts = results["parts"]
    told = [f"{results.get('machine', '')}; {_versions(results)}. Minimum / median / maximum of the rounds.", ""]
    for name, (heading, lines) in _PARTS.items():
        if name not in parts:
            continue
        entry = parts[name]
        told += [f"**{heading}** ({_when(entry)})", ""]
        if failure := entry.get("failure") or entry["result"].get("failure"):
            told += [f"Failed: {failure}", ""]
        try:
            told += [*lines(entry["result"]), ""]
        except (KeyError, IndexError, ZeroDivisionError) as error:
            told += [f"Not enough was measured ({type(error).__name__} {error}).", ""]
    return "\n".join(told).strip()


def _versions(results: Result) -> str:
    return ", ".join(f"{name} {number}" for name, number in results.get("versions", {}).items())


def _when(entry: Result) -> str:
    cut = "" if entry["complete"] else "; not to its end"
    return f"{entry['measured'][:16].replace('T', ' ')} UTC, {entry['commit']}, load at the start {entry['load']}{cut}"


def _rows(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    lines = [f"| {' | '.join(headings)} |", f"|{' --- |' * len(headings)}"]
    return [*lines, *(f"| {' | '.join(row)} |" for row in rows)]


def _batch(result: Result) -> list[str]:
    rounds = result["rounds"]
    reports, workers = result["reports"], result["workers"]
    ways: list[tuple[str, Callable[[Result, str], float]]] = [
        ("stock: three `papermill`, one `nbconvert`, without JupyterLab", lambda one, kind: one["stock"][kind]),
        ("the same in an environment with JupyterLab", lambda one, kind: one["stock_with_lab"][kind]),
        (f"`batch` of {reports}, {workers} workers, from cold", lambda one, kind: one["batch"][kind]),
        ("plain functions in as many warm processes: core", partial(plain_seconds, result, part="core")),
        ("and what the notebooks show", partial(plain_seconds, result, part="displayed")),
        ("and tables, audit, publication", partial(plain_seconds, result, part="published")),
        ("`run`, one report from cold", lambda one, kind: one["cold"][kind]),
    ]
    lines = [
        f"Seconds for one report (HTML), {len(rounds)} rounds with as many reports of each year. The stock commands "
        "run the same notebooks, whose library leaves out a slow import that JupyterLab brings along: in their kernels "
        "they gain from that, too.",
        "",
    ]
    lines += _rows(
        ("way", "wall", "processors"),
        ((name, _of(rounds, value, "wall"), _of(rounds, value, "cpu")) for name, value in ways),
    )
    ratios: list[tuple[str, str, Callable[[Result], float]]] = [
        ("stock without JupyterLab / batch, wall", "at least 20", lambda one: one["stock"]["wall"] / _wall(one)),
        ("stock with JupyterLab / batch, wall", "at least 60", lambda one: one["stock_with_lab"]["wall"] / _wall(one)),
        ("batch / plain with all, processors", "at most 1.25", lambda one: _cpu(one) / _plain(one, "published")),
        ("batch / plain core, processors", "", lambda one: _cpu(one) / _plain(one, "core")),
        ("its reports alone / plain with all, processors", "",
         lambda one: one["batch"]["cpu_of_children"] / _plain(one, "published")),
        ("stock without JupyterLab / `run` from cold, wall", "at least 4",
         lambda one: one["stock"]["wall"] / one["cold"]["wall"]),
    ]  # fmt: skip
    lines += ["", *_rows(("ratio, round by round", "measured", "aim"), _ratios(rounds, ratios))]
    failures = {str(way["failure"]) for one in rounds for way in one.values() if _failed(way)}
    lines += [f"\nFailed in a round: {failure}" for failure in sorted(failures)]
    if result.get("jupyterlab_in_ours"):
        lines += ["\nJupyterLab was in our environment: the rows without it are not without it."]
    return lines


def plain_seconds(result: Result, one: Result, kind: str, part: str) -> float:
    """Seconds for one report; so many are built at a time as there are workers, as in the batch."""
    seconds: float = one["plain"][kind][part]
    return seconds / result["workers"] if kind == "wall" else seconds


def _wall(one: Result) -> float:
    wall: float = one["batch"]["wall"]
    return wall


def _cpu(one: Result) -> float:
    cpu: float = one["batch"]["cpu"]
    return cpu


def _plain(one: Result, part: str) -> float:
    cpu: float = one["plain"]["cpu"][part]
    return cpu


def _failed(way: Any) -> bool:
    return isinstance(way, Mapping) and bool(way.get("failure"))


def _of(rounds: Sequence[Result], value: Callable[[Result, str], float], kind: str) -> str:
    return spread(_known(rounds, lambda one: value(one, kind)), 2)


def _ratios(
    rounds: Sequence[Result], ratios: Sequence[tuple[str, str, Callable[[Result], float]]]
) -> Iterable[Sequence[str]]:
    for name, aim, value in ratios:
        yield name, spread(_known(rounds, value), 2), aim


def _known(rounds: Sequence[Result], value: Callable[[Result], float]) -> list[float]:
    """Of the rounds in which it was measured."""
    found = []
    for one in rounds:
        try:
            found.append(value(one))
        except KeyError:
            continue
    return found


def _engine(result: Result) -> list[str]:
    names = {"warm": "in process, forked from a warm parent", "stock": "papermill with a kernel for each notebook"}
    rows = []
    for engine, name in names.items():
        one = result[engine]
        failure = one.get("failure", "")
        cells = (spread(one["wall"], 1), spread(one["cpu"], 1), spread(one["memory"], 0))
        rows.append((f"`--engine {engine}`: {name}", *(("failed: " + failure, "", "") if failure else cells)))
    return _rows(("`run`, one report from cold", "wall, s", "processors, s", "largest process, MB"), rows)


def _pdf(result: Result) -> list[str]:
    rows = []
    for name, one in result["reports"].items():
        ratios = [
            spread([their / our for our, their in zip(one["ours"], one[way], strict=False)], 1)
            for way in ("weasyprint", "chromium")
        ]
        failures = "; ".join(f"{way}: {why}" for way, why in one.get("failures", {}).items())
        rows.append(
            (name, spread(one["ours"], 2), spread(one["weasyprint"], 2), spread(one["chromium"], 2), *ratios, failures)
        )
    lines = ["Seconds inside a process that has made one already; Chromium's whole process. Aims: ours at most 0.3 s"]
    lines[0] += " and at least 8 times as fast as either."
    headings = ("report", "ours", "WeasyPrint", "Chromium", "WeasyPrint / ours", "Chromium / ours", "failed")
    return [*lines, "", *_rows(headings, rows)]


def _growth(result: Result) -> list[str]:
    rows = []
    for one in result["sizes"]:
        if "failure" in one:
            rows.append((f"{one['reports']:,}", f"failed: {one['failure']}", "", "", "", "", "", ""))
            continue
        seconds = (f"{one['seconds']:.1f}", f"{one['wall']:.2f}", f"{one['cpu']:.2f}")
        sizes = (f"{one[name]:.0f}" for name in ("main", "warm", "child", "total"))
        rows.append((f"{one['reports']:,}", *seconds, *sizes))
    headings = ("reports", "wall, s", "wall of one, s", "processors of one, s", "main process, MB", "warm parent, MB")
    return _rows((*headings, "largest report, MB", "all together (PSS), MB"), rows)


def _unchanged(result: Result) -> list[str]:
    opened = result.get("opened", {})
    told = ", ".join(f"{name} {count:,} ({size / 1e6:.1f} MB)" for name, (count, size) in opened.items())
    return [
        f"{result['unchanged']:,} of {result['reports']:,} reports unchanged: {spread(result['wall'], 2)} s of wall "
        f"(aim: under 5 s for 500), {spread(result['cpu'], 2)} s of processors, largest process "
        f"{spread(result['memory'], 0)} MB. Files it opened: {told or 'not counted'}.",
    ]


def _memory(result: Result) -> list[str]:
    curve = result["curve"]
    ends = [size for _, size in curve]
    early, late = ends[: max(len(ends) // 10, 1)], ends[-max(len(ends) // 10, 1) :]
    return [
        f"{result['built']:,} reports of {result['asked']:,} built in {result['seconds']:.0f} s "
        f"({result['failed']} failed). Main process: {sum(early) / len(early):.0f} MB in the first tenth of the time, "
        f"{sum(late) / len(late):.0f} MB in the last, {result['main']:.0f} MB at the peak; warm parent "
        f"{result['warm']:.0f} MB, largest report {result['child']:.0f} MB, all together (PSS) "
        f"{result['total']:.0f} MB.",
    ]


def _kills(result: Result) -> list[str]:
    kills = result["kills"]
    folders = result.get("folders_left_by_multiprocessing", 0)
    lines = [
        f"A batch of {result['reports']} reports ({result['usual_seconds']:.1f} s undisturbed), killed "
        f"{sum(kills.values()):,} times ({', '.join(f'{name} {count}' for name, count in sorted(kills.items()))}) and "
        f"started again; it came to its end {result['completed']} times between. {result['folders_checked']:,} times a "
        f"published folder was checked, file by file. Violations: {result['violation_count']}. Left-over processes "
        f"were gone {result['slowest_end_of_processes']:.1f} s after a kill at the latest; "
        f"{folders} small folders of Python's own multiprocessing stayed among the temporary files."
    ]
    if not result.get("ended"):
        lines.append("It was not compared with the undisturbed batch: it had not come to its end.")
    return [*lines, *(f"- {violation}" for violation in result["violations"])]


def _cluster(result: Result) -> list[str]:
    told: list[str] = result.get("told", [])
    return told


_PARTS: Mapping[str, tuple[str, Callable[[Result], list[str]]]] = {
    "batch": ("Beside the stock commands", _batch),
    "engine": ("Engines of `run`", _engine),
    "pdf": ("PDF", _pdf),
    "growth": ("Growing batches", _growth),
    "unchanged": ("Nothing has changed", _unchanged),
    "memory": ("A very long batch", _memory),
    "kills": ("Killed at random moments", _kills),
    "cluster": ("Cluster", _cluster),
}
