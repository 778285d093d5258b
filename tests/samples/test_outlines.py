"""Every outline on every kind of period of the sample: nothing is refused, no heading and no table is empty."""

from dataclasses import replace
from itertools import pairwise

import pytest
from whole_reports import SAMPLE, WholeReport, fresh_context, reference_of

from poverty_evaluation.evaluation.blocks import Appendix, Heading, Table
from poverty_evaluation.evaluation.document import build_evaluation

OUTLINES = sorted(path.stem for path in (SAMPLE / "reference" / "outlines").glob("*.yml"))
PERIODS = [
    ("song-mau-city", "2022-H1"), ("song-mau-city", "2022"), ("song-mau-city", "2021-2023"),
    ("dat-mau-province", "2022"),
]  # fmt: skip


@pytest.mark.parametrize("kind", OUTLINES)
@pytest.mark.parametrize(("place", "period"), PERIODS)
def test_an_outline_fits_every_period(kind, place, period):
    held = fresh_context(WholeReport(SAMPLE, place, period))
    built = build_evaluation(replace(held, report=replace(held.report, kind=kind)))
    blocks = (*built.opening, *built.chapters, *built.closing, *built.appendices)
    for before, after in pairwise([*blocks, Heading(1, "", "")]):
        if isinstance(before, Heading) and isinstance(after, (Heading, Appendix)):
            assert isinstance(after, Heading) and after.level > before.level, before.text
        if isinstance(before, Appendix):
            assert not isinstance(after, (Heading, Appendix)), before.title
    tables = [block for block in blocks if isinstance(block, Table)]
    assert tables and all(table.rows for table in tables)
    assert len({table.id for table in tables}) == len(tables)


@pytest.mark.parametrize("kind", [kind for kind in OUTLINES if kind != "annual"])
def test_tasks_ahead_and_proposals_are_the_last_chapters(kind):
    chapters = reference_of(SAMPLE).outlines[kind].chapters
    last = [[block.name for block in chapter.blocks if block.kind == "narrative"] for chapter in chapters[-2:]]
    assert last == [["tasks"], ["proposals"]]


def test_no_outline_of_the_programme_is_without_its_funds_and_its_findings():
    for kind in OUTLINES:
        outline = reference_of(SAMPLE).outlines[kind]
        blocks = [
            block
            for node in (*outline.chapters, *outline.appendices)
            for part in (node, *node.sections)
            for block in part.blocks
        ]
        assert {"findings", "findings_summary", "fund_sentences"} <= {block.kind for block in blocks}
