"""Câu chữ về mốc so sánh: what a count at a review is compared with; `comparison_bases.py` chooses which."""

from poverty_evaluation.evaluation.patterns import Pattern

START_OF_PHASE = Pattern(vi="đầu giai đoạn (ngày {date})", en="the start of the phase ({date})")
END_OF_YEAR_BEFORE = Pattern(vi="cuối năm trước (ngày {date})", en="the end of the year before ({date})")
START_OF_YEAR = Pattern(vi="đầu năm (số liệu ngày {date})", en="the start of the year (figures of {date})")
SAME_DATE_YEAR_BEFORE = Pattern(
    vi="cùng kỳ năm trước (ngày {date})", en="the same date of the year before ({date})"
)  # fmt: skip
DATE = Pattern(vi="ngày {date}", en="{date}")
