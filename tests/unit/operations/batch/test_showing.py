"""What people and programs see of a batch: lines, JSON, a live view, and the reasons why anything is built."""

import json
from io import StringIO

from rich.console import Console

from poverty_evaluation.operations.batch.explaining import explain
from poverty_evaluation.operations.batch.planning import plan_reports
from poverty_evaluation.operations.batch.selection import BatchRequest, select
from poverty_evaluation.operations.batch.showing.plain import PlainShow, QuietShow
from poverty_evaluation.operations.batch.showing.terminal import TerminalShow
from poverty_evaluation.operations.batch.showing.wording import duration, named, summary
from poverty_evaluation.operations.batch.tally import Tally
from poverty_evaluation.operations.requests import RunRequest
from poverty_evaluation.operations.stages.fingerprints import tools
from poverty_evaluation.operations.workers.tasks import Finished, ReportOutcome, ReportTask, Started, State, StepBegun

KEYS = {
    "started": {"where", "reused"},
    "finished": {
        "exit_status", "files", "standing_errors", "seconds", "cpu_seconds", "peak_megabytes", "step_seconds",
    },
    "failed": {"state", "exit_status", "notebook", "cell", "message", "log", "seconds"},
    "skipped": {"reason"},
}  # fmt: skip
REPORT = {"event", "at", "report", "place", "period", "language", "vintage"}
SUMMARY = {
    "event", "at", "exit_status", "total", "built", "unchanged", "issued", "failed", "absent", "errors_stand",
    "interrupted", "seconds", "per_minute",
}  # fmt: skip


def break_one(project):
    (project.folder("beta-commune", "2017") / "count.csv").write_text("nhiều", encoding="utf-8")


def explained(terminal=False, forced=False, **asked):
    stream = StringIO()
    stream.isatty = lambda: terminal
    selection = select(BatchRequest(periods="2017", options=RunRequest("", "", formats="html", **asked)))
    assert explain(plan_reports(selection.requests, tools(), forced), stream)
    return stream.getvalue()


def test_json_lines_have_the_keys_that_the_help_names(project, run):
    run()
    break_one(project)
    (project.folder("gamma-commune", "2017") / "count.csv").write_text("6", encoding="utf-8")
    _, _, text = run()
    found = [json.loads(line) for line in text.splitlines()]
    assert [one["event"] for one in found] == [
        "skipped", "started", "failed", "started", "finished", "summary",
    ]  # fmt: skip
    for one in found[:-1]:
        assert set(one) == REPORT | KEYS[one["event"]]
    assert set(found[-1]) == SUMMARY
    assert found[-1] | {"at": "", "seconds": 0, "per_minute": 0} == {
        "event": "summary", "at": "", "exit_status": 2, "total": 3, "built": 1, "unchanged": 1, "issued": 0,
        "failed": ["beta-commune/2017"], "absent": [], "errors_stand": 0, "interrupted": False, "seconds": 0,
        "per_minute": 0,
    }  # fmt: skip


def test_plain_lines_name_each_report_and_list_the_failures(project, run):
    break_one(project)
    results = StringIO()
    _, _, told = run(show=lambda stream: PlainShow(stream, results))
    lines = told.splitlines()
    assert lines[0] == "3 báo cáo · reports"
    assert lines[1].startswith("[1/3] ✓ alpha-city/2017 (")
    assert lines[2] == "✗ beta-commune/2017: cần sửa số liệu hoặc yêu cầu · the data or the request must be mended"
    assert lines[-1].startswith("[3/3] ✓ gamma-commune/2017")
    ended = results.getvalue()
    assert ended.startswith("Xong 3/3 báo cáo: 2 đã lập, 0 không đổi, 1 chưa lập được; ")
    assert "Done: 3 of 3 reports, 2 built, 0 unchanged, 1 not built; " in ended
    assert "Chưa lập được · Not built (1):\n1. beta-commune/2017: cần sửa" in ended
    assert "count.csv, dòng 1: cần số hộ; thấy nhiều. Sửa lại." in ended


def test_a_big_batch_is_told_every_few_seconds_and_its_failures_at_once():
    stream, tally = StringIO(), Tally(500)
    show = PlainShow(stream, StringIO(), _told=-100.0)
    show.begin(tally)
    for number in range(3):
        outcome = ReportOutcome(ReportTask(RunRequest(f"xa-{number}", "2017")), State.DONE)
        tally.built += 1
        show.happened(Finished(outcome), tally)
    died = ReportOutcome(ReportTask(RunRequest("xa-9", "2017")), State.DIED, 1, message="…")
    show.happened(Finished(died), tally)
    lines = stream.getvalue().splitlines()
    assert len(lines) == 4
    assert lines[1].startswith("[1/500] 1 đã lập · built, ")
    assert lines[2] == "✗ xa-9/2017: tiến trình dừng đột ngột · its process died"


def test_quiet_tells_of_failures_only(project, run):
    break_one(project)
    status, _, told = run(show=QuietShow)
    assert status == 2
    assert told.splitlines()[0].startswith("beta-commune/2017: cần sửa")
    assert "alpha-city" not in told
    (project.folder("beta-commune", "2017") / "count.csv").write_text("1", encoding="utf-8")
    assert run(show=QuietShow)[2] == ""


def test_the_live_view_shows_what_is_running_with_its_step():
    stream, results, tally = StringIO(), StringIO(), Tally(20)
    show = TerminalShow(stream, results)
    show.begin(tally)
    tasks = [ReportTask(RunRequest(f"xa-{number:02}", "2017")) for number in range(19)]
    for task in tasks:
        show.happened(Started(task, ""), tally)
        show.happened(StepBegun(task, "02_analysis"), tally)
    tally.built += 1
    show.happened(Finished(ReportOutcome(tasks[0], State.DONE)), tally)
    tally.failures.append(ReportOutcome(tasks[1], State.FAILED, 1, message="lỗi\nfault", log="/tmp/log"))
    show.happened(Finished(tally.failures[0]), tally)
    console = Console(file=StringIO(), width=120)
    console.print(show.view())
    seen = console.file.getvalue()
    assert "2/20 · " in seen
    assert " báo cáo/phút · còn khoảng " in seen
    assert " left · 1 failed" in seen
    assert "xa-02/2017  Tính chỉ tiêu · Computing the indicators" in seen
    assert "xa-00" not in seen
    assert "… +1" in seen
    show.end(tally, 1)
    assert "✗ xa-01/2017: lỗi của chương trình · a fault of the program" in stream.getvalue()
    assert "Nhật ký · Log: /tmp/log" in results.getvalue()


def test_the_summary_tells_what_was_left_out_and_what_stands():
    tally = Tally(4, (("xa-a", "2018"),), built=1, issued=1, errors_stand=2, was_interrupted=True)
    text = "\n".join(summary(tally))
    for words in (
        "Đã dừng 2/4 báo cáo: 1 đã lập, 0 không đổi, 1 đã ban hành, 0 chưa lập được",
        "Stopped: 2 of 4 reports, 1 built, 0 unchanged, 1 issued, 0 not built",
        "chạy lại lệnh để làm tiếp", "trong 2 báo cáo", "left out: xa-a/2018",
    ):  # fmt: skip
        assert words in text


def test_durations_and_long_lists():
    assert (duration(3.25, "vi"), duration(192, "vi"), duration(3600, "en")) == ("3,2 giây", "3 phút 12 giây", "1 h")
    assert named([str(number) for number in range(9)]) == "0, 1, 2, 3, 4, 5 (+3)"


def test_an_explanation_names_what_changed_and_builds_nothing(project, run):
    assert explained().splitlines() == [
        "alpha-city/2017, beta-commune/2017, gamma-commune/2017: cần lập · to be built (3)",
        "  chạy · run  01_ingest, 02_analysis, 03_report, html, publish: chưa từng lập · never built",
        "Cần lập 3/3 báo cáo. Chưa lập gì; bỏ --explain để lập.",
        "3 of 3 reports to be built. Nothing was built; leave out --explain to build.",
    ]
    assert not (project.root / "outputs").exists()
    run()
    unchanged = "alpha-city/2017, beta-commune/2017, gamma-commune/2017: không đổi · unchanged (3)"
    assert explained().splitlines()[0] == unchanged
    (project.folder("beta-commune", "2017") / "count.csv").write_text("5", encoding="utf-8")
    (project.published("gamma-commune") / "report.html").unlink()
    changed = "số liệu hoặc danh mục đổi · data or reference changed: periods/beta-commune/2017/count.csv"
    assert explained().splitlines()[:-2] == [
        "beta-commune/2017: cần lập · to be built",
        f"  chạy · run  01_ingest, 02_analysis, 03_report: {changed}",
        "  chạy · run  html, publish: bước trước có kết quả mới · an earlier stage changes",
        "gamma-commune/2017: cần lập · to be built",
        "  giữ · keep  01_ingest, 02_analysis, 03_report: còn dùng được · still holds",
        "  chạy · run  html: tệp mất hoặc bị sửa · file gone or altered: report.html",
        "  chạy · run  publish: công bố lại cả thư mục · the folder is published anew",
        "alpha-city/2017: không đổi · unchanged",
    ]


def test_an_explanation_names_notebooks_libraries_and_source_files(project, run, monkeypatch):
    run()
    project.write("02_analysis", "1 + 1")
    assert "sổ tay đổi · notebook changed: notebooks/02_analysis.ipynb" in explained()
    (project.root / "requirements/run.txt").write_text("two==2\n", encoding="utf-8")
    assert "thư viện đổi · libraries changed: requirements/run.txt" in explained()
    from poverty_evaluation.operations.batch import package_listings
    from poverty_evaluation.operations.stages import fingerprints
    from poverty_evaluation.workspace.hashing import digest_of, package_files

    now = {**package_files(), "poverty_evaluation/new.py": "0"}
    monkeypatch.setattr(package_listings, "package_files", lambda: now)
    monkeypatch.setattr(fingerprints, "package_hash", lambda: digest_of(now))
    assert "chương trình đổi · program changed: poverty_evaluation/new.py" in explained()


def test_an_explanation_in_a_terminal_is_a_table(project, run):
    run()
    text = explained(terminal=True, forced=True)
    assert "● chạy · run" in text
    assert "--force" in text
