"""The fonts that are shipped have every letter Vietnamese is written with."""

from __future__ import annotations

import itertools
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from poverty_evaluation.presentation import fonts

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"]
LETTERS = {
    unicodedata.normalize("NFC", case(vowel) + tone)
    for vowel, tone in itertools.product(VOWELS, TONES)
    for case in (str.lower, str.upper)
} | set("đĐ")
ACCENTED = {letter for letter in LETTERS if ord(letter) > 127}


def test_there_are_134_accented_letters():
    assert len(ACCENTED) == 134


@pytest.mark.parametrize("path", fonts.FILES, ids=lambda path: path.stem)
def test_every_face_covers_vietnamese_and_the_signs_of_reports(path: Path):
    covered = TTFont(path, lazy=True).getBestCmap()
    needed = ACCENTED | set("₫†…≥≤≈×–“”%")
    assert {letter for letter in needed if ord(letter) not in covered} == set()


def test_the_licence_names_its_holders():
    licence = (fonts.FOLDER / "LICENSE-Liberation.txt").read_text(encoding="utf-8")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence
    assert "Red Hat, Inc." in licence and "Google Corporation" in licence
