"""Công việc tăng theo độ dài: a text twice as long asks for about twice the work, counted in calls, not in time."""

import sys
from collections import Counter

import pytest

from poverty_evaluation.audit.checking import audit_text
from poverty_evaluation.audit.rules.facts import facts
from poverty_evaluation.relations import Stated

#: Twice the text may ask for so many times the work: bounded windows fill, and some rules look back.
MOST = 2.3


def calls_of(text: str) -> int:
    """How many functions, of Python or built in, the audit of a text calls."""
    count = Counter()

    def note(_frame, event, _argument):
        count[event] += 1

    sys.setprofile(note)
    try:
        audit_text(text)
    finally:
        sys.setprofile(None)
    return count["call"] + count["c_call"]


def report(sections: int) -> str:
    """Sections of a report as an office writes it, each of another year."""
    return "\n".join(
        f"{at}. Kết quả năm {1950 + at}\n\nNăm {1950 + at}, toàn xã có {900 - at} hộ nghèo, giảm {20 + at} hộ so với "
        f"năm {1949 + at}, chiếm {10 + at % 7},{at % 10}% tổng số hộ. Trong đó có {300 - at} hộ dân tộc thiểu số và "
        f"600 hộ khác. Tổng kinh phí {5 + at},5 tỷ đồng, gồm ngân sách {3 + at} tỷ đồng và xã hội hoá 2,5 tỷ đồng; "
        f"hỗ trợ {at + 12} hộ, mỗi hộ 10 kg gạo.\n\n- Thôn Đông: {at} hộ nghèo;\n- Thôn Đoài: {2 * at} hộ nghèo.\n"
        for at in range(1, sections + 1)
    )


def table(rows: int) -> str:
    body = "".join(f"| Xã {at} | {3 * at} | {at} | {at} | {at} |\n" for at in range(1, rows + 1))
    return f"| Xã | Tổng | Nghèo | Cận nghèo | Khác |\n|---|---|---|---|---|\n{body}"


KINDS = {
    "a report": (report, 12),
    "a table": (table, 60),
    "a list": (lambda n: "Có 100 hộ, gồm:\n" + "".join(f"- Xã số {at}: {at} hộ;\n" for at in range(n)), 500),
    "counts in one sentence": (lambda n: "1 hộ, " * n, 300),
    "shares": (lambda n: "12 hộ, chiếm 12% tổng số hộ, " * n, 80),
    "per cents": (lambda n: "12%, " * n, 300),
    "digits joined by dashes": (lambda n: "1-" * n, 300),
    "equations": (lambda n: "1 + 2 = 3 " * n, 100),
    "wholes and parts": (lambda n: "tổng số 100 hộ, gồm 50 hộ nghèo và 50 hộ cận nghèo, " * n, 60),
    "changes": (lambda n: "giảm từ 100 hộ xuống còn 80 hộ, " * n, 80),
    "stocks": (lambda n: "Đầu năm có 100 hộ, thoát nghèo 20 hộ, phát sinh 5 hộ, cuối năm còn 85 hộ. " * n, 60),
    "costs": (lambda n: "12 lớp với kinh phí 120 triệu đồng, bình quân 10 triệu đồng/lớp; " * n, 60),
    "equal paragraphs": (lambda n: "Năm 2018 có 120 hộ nghèo, giảm 30 hộ so với năm 2017.\n\n" * n, 80),
    "equal activities": (lambda n: "Mở 12 lớp cho 350 người, kinh phí 45 triệu đồng.\n\n" * n, 80),
    "equal headings": (lambda n: "1. Kết quả\n\nCó 12 hộ nghèo năm 2018.\n\n" * n, 80),
    "dates": (lambda n: "từ ngày 1/1/2018 đến ngày 2/1/2018, " * n, 80),
    "numbers in words": (lambda n: "25 (hai mươi lăm) hộ, " * n, 100),
    "of which": (lambda n: "trong đó " * n, 400),
    "open brackets": (lambda n: "((1) " * n, 300),
    "spaces": (lambda n: " " * n, 2_000),
}


@pytest.mark.parametrize("kind", KINDS)
def test_twice_the_text_asks_for_twice_the_work(kind):
    make, size = KINDS[kind]
    audit_text(make(size))  # patterns are compiled and words remembered once
    once, twice = calls_of(make(size)), calls_of(make(2 * size))
    assert twice <= MOST * once, f"{once} calls, then {twice}"


def counted(monkeypatch, owner, name):
    """Counts the calls of a function, which still does its work."""
    seen, real = [], getattr(owner, name)

    def noted(*given, **named):
        seen.append(None)
        return real(*given, **named)

    monkeypatch.setattr(owner, name, noted)
    return seen


def test_pairs_of_figures_that_may_tell_one_fact_are_bounded_for_each_figure(monkeypatch):
    pairs = counted(monkeypatch, facts, "same_fact")
    result = audit_text("Có 12 hộ nghèo ở xã.\n\n" * 150 + "Có 13 hộ nghèo ở xã.\n\n" * 150)
    assert result.figures_read == 300
    assert 0 < len(pairs) <= 12 * 300


def test_figures_are_stated_to_the_arithmetic_a_bounded_number_of_times(monkeypatch):
    stated = counted(monkeypatch, Stated, "__post_init__")
    result = audit_text(report(30))
    assert 0 < len(stated) <= 150 * result.figures_read
    before, figures = len(stated), result.figures_read
    result = audit_text("12 hộ, 5 hộ, 7 hộ, " * 200)
    assert len(stated) - before <= 150 * (figures + result.figures_read)
