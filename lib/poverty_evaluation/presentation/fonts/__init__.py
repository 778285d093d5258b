"""Phông chữ: Liberation Serif and Sans 2.1.5, metric twins of Times New Roman and Arial that cover Vietnamese."""

from __future__ import annotations

from pathlib import Path

FOLDER = Path(__file__).parent
SANS = "Liberation Sans"
FILES = tuple(
    FOLDER / f"Liberation{family}-{face}.ttf"
    for family in ("Serif", "Sans")
    for face in ("Regular", "Bold", "Italic", "BoldItalic")
)
