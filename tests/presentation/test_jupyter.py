"""Rich display in a notebook."""

from __future__ import annotations

from typing import Any

import pytest
from IPython.core.interactiveshell import InteractiveShell
from IPython.utils.capture import capture_output

from poverty_evaluation.evaluation import blocks as b
from poverty_evaluation.presentation import jupyter
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity


@pytest.fixture
def shell() -> Any:
    made = InteractiveShell.instance()
    yield made
    InteractiveShell.clear_instance()


def test_enable_needs_a_notebook():
    with pytest.raises(RuntimeError, match="belongs in a notebook"):
        jupyter.enable()


def test_enable_knows_two_languages(shell: Any):
    with pytest.raises(ValueError, match="'fr'"):
        jupyter.enable("fr")


def test_blocks_show_themselves_with_all_their_forms(shell: Any, builders: Any):
    jupyter.enable("vi")
    data, _ = shell.display_formatter.format(builders.bars())
    assert set(data) == {"text/html", "text/plain", b.BLOCK_MIME}
    bundle = data[b.BLOCK_MIME]
    assert bundle["schema"] == 1 and bundle["svg"].startswith("<svg")
    assert b.block_from_plain(bundle["block"]) == builders.bars()
    assert "Hình 1" in data["text/plain"]


def test_show_gives_each_block_an_output_of_its_own(shell: Any, builders: Any):
    jupyter.enable("vi")
    blocks = builders.report()
    with capture_output() as captured:
        jupyter.show(*blocks)
    restored = [b.block_from_plain(output.data[b.BLOCK_MIME]["block"]) for output in captured.outputs]
    assert restored == blocks


def test_the_language_of_enable_decides_how_numbers_are_shown(shell: Any, builders: Any):
    jupyter.enable("en")
    data, _ = shell.display_formatter.format(b.Paragraph((builders.number(builders.RATIO),)))
    assert data["text/plain"] == "0.85%" and ">0.85%</data>" in data["text/html"]


def test_tables_for_analysts(builders: Any):
    shown = jupyter.values_table(builders.VALUES, "vi")
    assert "0,85%" in shown._repr_html_() and "poverty_ratio@213/2018-12-31 = 0,85%" in repr(shown)
    assert "<script" not in shown._repr_html_()
    finding = Finding("a", Severity.ERROR, FindingKind.SUM, "Không khớp <b>", "No match", "f.csv", row=3)
    written = jupyter.findings_table([finding], "vi")
    assert "Lỗi" in written._repr_html_() and "&lt;b&gt;" in written._repr_html_()
    assert "f.csv, dòng 3" in written._repr_html_()
    assert repr(jupyter.findings_table([], "en")) == "No findings."


def test_ids_of_shown_numbers(builders: Any):
    ids = jupyter.shown_value_ids([b.Paragraph((builders.number(builders.POOR), builders.number(builders.POOR)))])
    assert ids == (builders.POOR.id,)
