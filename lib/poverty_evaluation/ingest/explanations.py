"""Giải trình (explanations.yml): what the offices answered to findings, read with the line of each entry."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from poverty_evaluation.ingest.positions import Pair, quoted
from poverty_evaluation.ingest.yaml_files import YamlTree, read_yaml_list
from poverty_evaluation.vocabulary.errors import InputProblem
from poverty_evaluation.vocabulary.explanations import Explanation

EXPLANATIONS_FILE = "explanations.yml"
#: What an entry must say; `computed` is empty where a finding recomputes nothing.
_FILLED: dict[str, Pair] = {
    "finding": ("mã phát hiện trong findings.csv", "the id of a finding of findings.csv"),
    "stated": ("số liệu như in (cột quote của findings.csv)", "the figures as printed (column quote of findings.csv)"),
    "explanation_vi": ("lời giải trình", "the explanation in Vietnamese"),
    "by": ("cơ quan, người giải trình", "who explained it"),
}
#: Places of the entry, filled in here and never written.
_OURS = ("file", "row")


def read_explanations(folder: Path, data_root: Path) -> tuple[tuple[Explanation, ...], list[InputProblem]]:
    """explanations.yml of a period folder; none when the file is absent."""
    entries, tree, problems = read_yaml_list(folder / EXPLANATIONS_FILE, data_root, Explanation, hidden=_OURS)
    if tree is None:
        return (), problems
    problems += [*_empty(entries, tree), *_told_twice(entries, tree)]
    placed = (replace(entry, file=tree.where.file, row=tree.at(str(index)).row) for index, entry in enumerate(entries))
    return tuple(placed), problems


def _empty(entries: Sequence[Explanation], tree: YamlTree) -> Iterator[InputProblem]:
    for index, entry in enumerate(entries):
        for key, expected in _FILLED.items():
            if not str(getattr(entry, key)).strip():
                remedy = f"Điền “{key}”.", f"Fill in “{key}”."
                yield tree.at(str(index), key).problem(expected, ("trống", "nothing"), remedy)


def _told_twice(entries: Sequence[Explanation], tree: YamlTree) -> Iterator[InputProblem]:
    first: dict[str, int] = {}
    for index, entry in enumerate(entries):
        if entry.finding in first:
            row = tree.at(str(first[entry.finding])).row
            yield tree.at(str(index), "finding").problem(
                (
                    f"mỗi phát hiện một lời giải trình (đã có ở dòng {row})",
                    f"one explanation of each finding (line {row} has one)",
                ),
                quoted(entry.finding),
                ("Giữ lại một mục.", "Keep one of them."),
            )
        first.setdefault(entry.finding, index)
