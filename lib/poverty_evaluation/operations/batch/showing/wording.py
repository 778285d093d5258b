"""Lời của màn hình: what people read of a batch and of its failures, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from poverty_evaluation.operations.batch.planning import Course
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.workers.tasks import ReportOutcome, State

STATES = {
    State.DONE: "đã lập · built",
    State.REFUSED: "cần sửa số liệu hoặc yêu cầu · the data or the request must be mended",
    State.FAILED: "lỗi của chương trình · a fault of the program",
    State.TIMED_OUT: "quá thời hạn · over the time limit",
    State.DIED: "tiến trình dừng đột ngột · its process died",
}
COURSES = {
    Course.BUILD: "cần lập · to be built",
    Course.UNCHANGED: "không đổi · unchanged",
    Course.ISSUED: "đã ban hành, giữ nguyên · issued, left as it is",
    Course.REFUSED: STATES[State.REFUSED],
}
#: How many names a line tells before it counts the rest.
_NAMED = 6


def named(names: Sequence[str], most: int = _NAMED) -> str:
    """The first few of some names, and how many more there are."""
    rest = len(names) - most
    return ", ".join(names[:most]) + (f" (+{rest})" if rest > 0 else "")


def duration(seconds: float, language: str) -> str:
    """`3 phút 12 giây`, `3 min 12 s`; tenths of a second below ten."""
    if seconds < 10:
        return f"{seconds:.1f}".replace(".", ",") + " giây" if language == "vi" else f"{seconds:.1f} s"
    whole = round(seconds)
    units = ("giờ", "phút", "giây") if language == "vi" else ("h", "min", "s")
    parts = zip((whole // 3600, whole % 3600 // 60, whole % 60), units, strict=True)
    return " ".join(f"{number} {unit}" for number, unit in parts if number)


def summary(tally: Tally) -> Iterator[str]:
    """The last lines of a batch but for its failures."""
    failed, rate = len(tally.failures), tally.per_minute
    issued_vi, issued_en = "", ""
    if tally.issued:
        issued_vi, issued_en = f", {tally.issued} đã ban hành", f", {tally.issued} issued"
    per_vi = f", {rate:.1f} báo cáo/phút".replace(".", ",", 1) if tally.built else ""
    per_en = f", {rate:.1f} reports/min" if tally.built else ""
    ended_vi, ended_en = ("Đã dừng", "Stopped") if tally.was_interrupted else ("Xong", "Done")
    yield (
        f"{ended_vi} {tally.done}/{tally.total} báo cáo: {tally.built} đã lập, {tally.unchanged} không đổi{issued_vi}, "
        f"{failed} chưa lập được; {duration(tally.seconds, 'vi')}{per_vi}."
    )
    yield (
        f"{ended_en}: {tally.done} of {tally.total} reports, {tally.built} built, {tally.unchanged} unchanged"
        f"{issued_en}, {failed} not built; {duration(tally.seconds, 'en')}{per_en}."
    )
    if tally.was_interrupted:
        yield "Báo cáo đã lập giữ nguyên; chạy lại lệnh để làm tiếp. · What was built stays; run it again to go on."
    if tally.errors_stand:
        yield (
            f"Còn lỗi số liệu chưa giải trình trong {tally.errors_stand} báo cáo"
            f" · Unexplained error findings stand in {tally.errors_stand} reports"
        )
    if tally.absent:
        names = named([f"{place}/{period}" for place, period in tally.absent])
        yield f"Không có số liệu, bỏ qua · No data, left out: {names}"


def failure_list(failures: Sequence[ReportOutcome]) -> Iterator[str]:
    """Every failure with what is needed to mend it."""
    if failures:
        yield f"Chưa lập được · Not built ({len(failures)}):"
    for number, outcome in enumerate(failures, 1):
        yield f"{number}. {headline(outcome)}"
        yield from (f"     {line}" for line in details(outcome))


def headline(outcome: ReportOutcome) -> str:
    """`xa-a/2022: cần sửa số liệu …`."""
    return f"{outcome.task.name}: {STATES[outcome.state]}"


def details(outcome: ReportOutcome) -> Iterator[str]:
    """Where it failed, its message, its log."""
    if outcome.notebook:
        cell = f", ô lệnh {outcome.cell} · code cell {outcome.cell}" if outcome.cell else ""
        yield f"{outcome.notebook}{cell}"
    yield from (line for line in outcome.message.splitlines() if line.strip())
    if outcome.log:
        yield f"Nhật ký · Log: {outcome.log}"
