"""Lệnh batch: many reports with one command."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from poverty_evaluation.cli import options as words

if TYPE_CHECKING:
    from poverty_evaluation.operations.batch.batch import Show
    from poverty_evaluation.operations.requests import RunRequest
    from poverty_evaluation.operations.workers.tasks import Executor

PLACES_HELP = "Các địa phương, cách nhau bằng dấu phẩy, hoặc all. · The places, separated by commas, or all."
UNDER_HELP = (
    "Mọi địa phương có số liệu thuộc đơn vị này (tên thư mục hoặc mã), theo places.csv tại thời điểm cuối kỳ."
    " · Every place with data at or below this one (folder name or code), by places.csv at the end of the period."
)
LEVEL_HELP = (
    "Chỉ một cấp: ward (phường), commune (xã), township (thị trấn), special_zone (đặc khu), district (huyện), city"
    " (thành phố), province (tỉnh). · Places of one level only."
)
PLACES_FROM_HELP = (
    "Tệp ghi mỗi dòng một địa phương, hoặc CSV có cột place và period; sau # là ghi chú."
    " · A file with a place a line, or a CSV with the columns place and period; # begins a comment."
)
PERIODS_HELP = "Các kỳ: 2022,2023, hoặc all (mặc định). · The periods: 2022,2023, or all (default)."
STRICT_HELP = "Còn lỗi số liệu thì kết thúc với mã 3. · Exit 3 when error findings stand."
WORKERS_HELP = "Số báo cáo lập cùng lúc (mặc định: số bộ xử lý). · Reports built at a time (default: the processors)."
SCHEDULER_HELP = (
    "Bộ điều phối Dask, ví dụ tcp://192.168.1.10:8786: lập trên các máy của nó. · A Dask scheduler: its machines build."
)
LIMIT_HELP = (
    "Thời hạn của một báo cáo, tính bằng giây; 0: không hạn. · Seconds after which a report is given up; 0: never."
)
FORCE_HELP = "Lập lại cả những gì không đổi. · Build again what is unchanged, too."
EXPLAIN_HELP = "Chỉ giải thích bước nào sẽ chạy, vì sao; không lập gì. · Say what would run and why; build nothing."
RETRY_HELP = "Chỉ những báo cáo lần trước chưa lập được. · Only the reports that failed before."
QUIET_HELP = "Chỉ in báo cáo chưa lập được. · Print only failures."
LOG_HELP = "text, hoặc json: mỗi sự kiện một dòng ra stdout. · text, or json: one event a line on stdout."


def batch(
    places: Annotated[str, typer.Option(metavar="A,B,C", help=PLACES_HELP)] = "",
    under: Annotated[str, typer.Option(metavar="PLACE", help=UNDER_HELP)] = "",
    level: Annotated[str, typer.Option(metavar="LEVEL", help=LEVEL_HELP)] = "",
    places_from: Annotated[str, typer.Option(metavar="FILE", help=PLACES_FROM_HELP)] = "",
    periods: Annotated[str, typer.Option(metavar="LIST", show_default=False, help=PERIODS_HELP)] = "all",
    data: Annotated[str, typer.Option(metavar="ROOT", help=words.DATA_HELP)] = "",
    output: Annotated[str, typer.Option(metavar="DIR", help=words.OUTPUT_HELP)] = "",
    formats: Annotated[str, typer.Option("--format", metavar="LIST", help=words.FORMAT_HELP)] = "",
    language: Annotated[str, typer.Option(metavar="vi|en", help=words.LANGUAGE_HELP)] = "vi",
    vintage: Annotated[str, typer.Option(metavar="VINTAGE", help=words.VINTAGE_HELP)] = "",
    strict: Annotated[bool, typer.Option("--strict", help=STRICT_HELP)] = False,
    workers: Annotated[int, typer.Option(metavar="N", min=0, show_default=False, help=WORKERS_HELP)] = 0,
    scheduler: Annotated[str, typer.Option(metavar="ADDRESS", help=SCHEDULER_HELP)] = "",
    time_limit: Annotated[float, typer.Option(metavar="SECONDS", min=0, help=LIMIT_HELP)] = 900,
    force: Annotated[bool, typer.Option("--force", help=FORCE_HELP)] = False,
    explain: Annotated[bool, typer.Option("--explain", help=EXPLAIN_HELP)] = False,
    retry_failed: Annotated[bool, typer.Option("--retry-failed", help=RETRY_HELP)] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=QUIET_HELP)] = False,
    log: Annotated[str, typer.Option(metavar="text|json", help=LOG_HELP)] = "text",
) -> None:
    """Lập báo cáo của nhiều địa phương, nhiều kỳ; không làm lại những gì còn dùng được.

    Builds the reports of many places and periods side by side, each whole or not at all. What has not changed since
    it was built is not built again: contents of files decide, never their times. A report that fails stops no other;
    it is listed at the end and kept below outputs/.batch/failed until it succeeds. A batch that was stopped or
    killed goes on when the same command is run again. Issued reports are left as they are. Without --places,
    --under, --level or --places-from it is about every place that has data; these add up, and --level narrows --under.
    With --scheduler, several machines build. ROOT and DIR may be addresses such as s3://bucket/data.

    \b
    Ví dụ · Examples:
      poverty-evaluation batch
      poverty-evaluation batch --places bac-giang-city,bac-giang-province --periods 2016,2017
      poverty-evaluation batch --under bac-giang-province --level commune --periods 2022 --format html,pdf
      poverty-evaluation batch --places-from danh-sach.csv --workers 8 --time-limit 300
      poverty-evaluation batch --explain
      poverty-evaluation batch --retry-failed
      poverty-evaluation batch --log json >> lap-bao-cao.jsonl
      poverty-evaluation batch --scheduler tcp://192.168.1.10:8786 --data /srv/data --output /srv/outputs

    \b
    --log json: mỗi dòng một sự kiện · one event a line
      mọi dòng · always: event, at; báo cáo · a report: report, place, period, language, vintage
      started   where, reused (các bước dùng lại · the stages taken over)
      finished  exit_status, files, standing_errors, seconds, cpu_seconds, peak_megabytes, step_seconds
      failed    state (refused, failed, timed_out, died), exit_status, notebook, cell, message, log, seconds
      skipped   reason (unchanged, issued)
      summary   exit_status, total, built, unchanged, issued, failed, absent, errors_stand, interrupted,
                seconds, per_minute

    \b
    Mã kết thúc · Exit status:
      0  mọi báo cáo đã lập hoặc không đổi · every report is built or unchanged
      1  có báo cáo lỗi của chương trình, quá thời hạn hoặc dừng đột ngột
         a fault of the program, a report over its time limit, or one whose process died
         mất bộ điều phối; chạy lại lệnh để làm tiếp · the scheduler was lost; the same command goes on
      2  có số liệu hoặc yêu cầu cần sửa · data or the request must be mended
      3  xong, nhưng --strict và còn lỗi số liệu · done, but --strict and error findings stand
      130  bị dừng; báo cáo đã lập giữ nguyên · stopped; what was built stays
    """
    from poverty_evaluation.operations.batch.batch import BatchOptions, run_batch
    from poverty_evaluation.operations.batch.executors import executor_for
    from poverty_evaluation.operations.batch.selection import BatchRequest, select
    from poverty_evaluation.operations.remote.planning import open_view
    from poverty_evaluation.operations.requests import RunRequest

    if log not in ("text", "json"):
        raise typer.BadParameter("text, json", param_hint="--log")
    view = open_view(RunRequest("", "", data, output, formats, language, vintage, strict))
    selection = select(BatchRequest(places, under, level, places_from, periods, view.options), retry_failed)
    if explain:
        raise typer.Exit(_explained(selection.requests, force))
    chosen = BatchOptions(strict, force, time_limit or None)

    def executor() -> Executor:
        return view.executor(executor_for(workers, scheduler))

    raise typer.Exit(run_batch(selection, chosen, executor, _show_for(log, quiet)))


def _explained(requests: tuple[RunRequest, ...], force: bool) -> int:
    from poverty_evaluation.operations.batch.explaining import explain
    from poverty_evaluation.operations.batch.planning import plan_reports
    from poverty_evaluation.operations.batch.tally import TO_MEND
    from poverty_evaluation.operations.stages.fingerprints import tools

    return 0 if explain(plan_reports(requests, tools(), force), sys.stdout) else TO_MEND


def _show_for(log: str, quiet: bool) -> Show:
    if log == "json":
        from poverty_evaluation.operations.batch.showing.json_lines import JsonShow

        return JsonShow(sys.stdout)
    from poverty_evaluation.operations.batch.showing.plain import PlainShow, QuietShow

    if quiet:
        return QuietShow(sys.stderr)
    if sys.stderr.isatty():
        from poverty_evaluation.operations.batch.showing.terminal import TerminalShow

        return TerminalShow(sys.stderr, sys.stdout)
    return PlainShow(sys.stderr, sys.stdout)
