"""Người sửa, lúc sửa: the tracked changes of a signed Word file beside the numbers that they changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from poverty_evaluation.operations.signed.differences import Editor, SignedDifference
from poverty_evaluation.presentation.word.reading import TrackedEdit, UnreadableWordFile, tracked_edits


def with_editors(found: Iterable[SignedDifference], signed: Path) -> list[SignedDifference]:
    """The differences with the authors and times of the tracked changes that made them."""
    try:
        edits = tracked_edits(signed)
    except UnreadableWordFile:  # put together in another way, but its text could be read
        edits = []
    return [replace(one, editors=_editors(one, edits)) for one in found]


def _editors(one: SignedDifference, edits: Iterable[TrackedEdit]) -> tuple[Editor, ...]:
    made = (edit for edit in edits if _made(one, edit))
    return tuple(dict.fromkeys(Editor(edit.author, edit.date) for edit in made if edit.author or edit.date))


def _made(one: SignedDifference, edit: TrackedEdit) -> bool:
    """Whether a change took the issued number away or put the signed one in, or a part of it, in this paragraph.

    A number that is gone may be gone with its paragraph, so that only the whole number tells.
    """
    text = edit.text.strip()
    number = one.issued if edit.is_deletion else one.signed
    if not number:
        return False
    if " ".join(edit.paragraph.split()) == one.paragraph:
        return number in text or text in number
    return not one.signed and number in text
