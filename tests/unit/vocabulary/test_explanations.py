"""Giải trình: joined to a finding as long as its figures are the same; otherwise a note says that they are not."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from poverty_evaluation.vocabulary.explanations import Explanation, explained
from poverty_evaluation.vocabulary.findings import Finding, FindingKind, Severity

FOUND = Finding(
    "abc", Severity.ERROR, FindingKind.DIFFERENCE, "Sai.", "Wrong.", quote="538 … 356 … giảm 952 hộ", stated="952 hộ",
    computed="538 - 356 = 182 hộ",
)  # fmt: skip
ENTRY = Explanation(
    "abc", "538 … 356 … giảm 952 hộ", "538 - 356 = 182 hộ", "Số giảm của cả giai đoạn trước.", date(2018, 8, 3),
    "Phòng", "The fall of the phase before.", "periods/x/explanations.yml", 4,
)  # fmt: skip


def test_an_answer_to_the_same_figures_is_joined_to_its_finding():
    (told,) = explained([FOUND], [ENTRY])
    assert (told.explained("vi"), told.explained("en")) == (
        "Số giảm của cả giai đoạn trước.",
        "The fall of the phase before.",
    )
    assert replace(told, explanation="", explanation_en="") == FOUND


def test_the_stated_figure_alone_is_enough_and_spaces_do_not_count():
    (told,) = explained([FOUND], [replace(ENTRY, stated="952  hộ", explanation_en="")])
    assert told.explained("en") == ENTRY.explanation_vi


def test_an_answer_to_other_figures_is_not_used():
    for other in (replace(ENTRY, stated="940 hộ"), replace(ENTRY, computed="540 - 356 = 184 hộ")):
        told, note = explained([FOUND], [other])
        assert told == FOUND
        assert (note.severity, note.file, note.row) == (Severity.NOTE, "periods/x/explanations.yml", 4)
        assert f"“{other.stated}” ({other.computed})" in note.message_vi
        assert "số liệu hiện nay là “538 … 356 … giảm 952 hộ” (538 - 356 = 182 hộ)" in note.message_vi
        assert "the figures now are “538 … 356 … giảm 952 hộ”" in note.message_en


def test_an_answer_to_a_finding_that_is_gone_says_so():
    (note,) = explained([], [ENTRY])
    assert "không còn trong số liệu hiện nay" in note.message_vi
    assert "no longer give this finding" in note.message_en
    assert not note.explanation
