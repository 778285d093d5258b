"""A number behind "mỗi ngày" is a quantity, and no month has 48 days."""

import pytest

from poverty_evaluation.audit.documents.blocks import plain_source
from poverty_evaluation.audit.figures.reading import read_figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Mỗi ngày 48 tấn rác được thu gom.", ["48 tấn"]),
        ("Một ngày 15 ca, trung bình ngày 60 lượt.", ["15 ca", "60 lượt"]),
        ("Hội thi khai mạc ngày 12, bế mạc ngày 15.", []),
        ("Từ ngày 12 đến ngày 15/3 có 40 đội.", ["40 đội"]),
    ],
)
def test_days_and_quantities_are_told_apart(text, figures):
    assert [figure.text for figure in read_figures(plain_source(text, "")).figures] == figures
