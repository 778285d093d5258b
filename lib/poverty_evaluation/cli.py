"""Dòng lệnh: poverty-evaluation run, diff, audit, list.

Only what parsing and help need is imported at the top; everything else when a command runs.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

import poverty_evaluation

INPUT_TO_MEND, OUR_FAULT, DIFFERS, INTERRUPTED = 2, 1, 3, 130

app = typer.Typer(
    name="poverty-evaluation",
    add_completion=False,
    no_args_is_help=True,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
    help="""Lập báo cáo đánh giá giảm nghèo từ số liệu các đơn vị gửi.

    Builds poverty-evaluation reports from the figures that offices send.

    \b
    Ví dụ · Examples:
      poverty-evaluation list
      poverty-evaluation run bac-giang-city 2016-2018
      poverty-evaluation diff bac-giang-city 2016-2018
      poverty-evaluation audit bao-cao.docx
      poverty-evaluation run --help

    \b
    Mã kết thúc · Exit status:
      0  xong · done
      1  lỗi của chương trình, có nhật ký · a fault of the program, with a saved log
      2  cần sửa số liệu hoặc yêu cầu · the data or the request must be mended
      3  xong, nhưng --strict và còn lỗi số liệu; diff: có khác biệt; audit: có mâu thuẫn
         done, but --strict and error findings stand; diff: something differs; audit: figures contradict
         each other or differ from the issued report
      130  bị dừng, báo cáo cũ giữ nguyên · stopped, the earlier report is as it was
    """,
)

DATA_HELP = "Gốc số liệu (mặc định: data của dự án). · Data root (default: the project's data)."
PLACE_HELP = "Địa phương, ví dụ bac-giang-city. · The place, for instance bac-giang-city."
PERIOD_HELP = "Kỳ báo cáo: 2017, 2018-H1, 2018-9M, 2018-Q2, 2018-03, 2016-2018. · The reporting period."
OUTPUT_HELP = "Nơi đặt kết quả (mặc định: outputs). · Where results go (default: outputs)."
FORMAT_HELP = "html,pdf,docx,xlsx (mặc định: tất cả). · html,pdf,docx,xlsx (default: all)."
VINTAGE_HELP = (
    "preliminary (sơ bộ), official (chính thức), amended (điều chỉnh); mặc định theo report.yml."
    " · Default: as report.yml says."
)
AUDIT_FORMAT_HELP = "table, json, csv, html, xlsx (mặc định: table). · Default: table."
SHOW_HELP = (
    "contradictions: chỗ mâu thuẫn và nghi ngờ (mặc định); holds: thêm chỗ khớp; all: thêm chỗ chưa kiểm tra được."
    " · What contradicts or is doubtful (default); also what holds; also what cannot be verified."
)
AUDIT_OUTPUT_HELP = (
    "Tệp hoặc thư mục kết quả (mặc định: màn hình; html, xlsx: TÊN.audit.html, TÊN.audit.xlsx ở thư mục hiện tại)."
    " · File or folder of the results (default: the screen; html, xlsx: NAME.audit.html, NAME.audit.xlsx here)."
)
AGAINST_HELP = (
    "Bản đã ký của báo cáo này: con số nào đã sửa, thêm, bỏ so với bản đã lập. · A signed copy of this report: which"
    " numbers were altered, added or dropped."
)
ISSUED_HELP = (
    "Với --against: nơi đặt kết quả của lệnh run (mặc định: outputs)."
    " · With --against: where the results of run are (default: outputs)."
)


@app.command()
def run(
    place: Annotated[str, typer.Argument(metavar="PLACE", help=PLACE_HELP)],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help=PERIOD_HELP)],
    data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "",
    output: Annotated[str, typer.Option(metavar="DIR", help=OUTPUT_HELP)] = "",
    formats: Annotated[
        str,
        typer.Option("--format", metavar="LIST", help=FORMAT_HELP),
    ] = "",
    language: Annotated[
        str, typer.Option(metavar="vi|en", help="Ngôn ngữ của báo cáo. · Language of the report.")
    ] = "vi",
    vintage: Annotated[str, typer.Option(metavar="VINTAGE", help=VINTAGE_HELP)] = "",
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Còn lỗi số liệu thì kết thúc với mã 3. · Exit 3 when error findings stand."),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Chỉ in đường dẫn kết quả. · Print only the paths of the results.")
    ] = False,
) -> None:
    """Lập báo cáo của một địa phương cho một kỳ.

    Builds the report of one place and period: reads and checks what was received, computes the indicators, writes
    the report and publishes it below outputs/PLACE/PERIOD. The earlier report there is replaced as a whole when
    everything has succeeded, and is as it was when anything has not; files in the other language stay beside the
    new ones. A report that has been issued is never overwritten; `diff` says what today's data would change in it.

    \b
    Ví dụ · Examples:
      poverty-evaluation run bac-giang-city 2016-2018
      poverty-evaluation run bac-giang-city 2016-2018 --format pdf
      poverty-evaluation run bac-giang-city 2016-2018 --language en
      poverty-evaluation run bac-giang-city 2018-H1 --vintage preliminary
      poverty-evaluation run bac-giang-city 2016-2018 --data data/sample --output /tmp/thu --strict
    """
    try:
        from poverty_evaluation.operations.engines.kernels import KernelEngine
        from poverty_evaluation.operations.progress import progress_for
        from poverty_evaluation.operations.requests import RunRequest
        from poverty_evaluation.operations.run_period import run_period

        request = RunRequest(place, period, data, output, formats, language, vintage, strict)
        result = run_period(request, progress_for(sys.stderr, quiet), KernelEngine())
    except KeyboardInterrupt:
        print(
            "Đã dừng, chưa công bố gì; báo cáo trước đó giữ nguyên."
            " · Stopped, nothing was published; the earlier report is as it was.",
            file=sys.stderr,
        )
        raise typer.Exit(INTERRUPTED) from None
    if result.stale and not quiet:
        names = ", ".join(path.name for path in result.stale)
        print(
            f"Lập từ số liệu cũ hơn, cần lập lại · Built from earlier data, to be built again: {names}", file=sys.stderr
        )
    if result.standing_errors and not quiet:
        count = result.standing_errors
        print(
            f"Còn {count} lỗi số liệu chưa giải trình, xem findings.csv"
            f" · {count} unexplained error findings, see findings.csv",
            file=sys.stderr,
        )
    if result.audit is not None and result.audit.unannounced and not quiet:
        count = len(result.audit.unannounced)
        print(
            f"Đọc lại bản in thấy {count} chỗ số liệu chưa khớp mà phiếu rà soát chưa nêu, xem run.json"
            f" · Read back, the report has {count} disagreements that its findings do not name, see run.json",
            file=sys.stderr,
        )
    for path in result.files:
        print(path)
    raise typer.Exit(result.exit_status)


@app.command()
def diff(
    place: Annotated[str, typer.Argument(metavar="PLACE", help=PLACE_HELP)],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help=PERIOD_HELP)],
    data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "",
    output: Annotated[str, typer.Option(metavar="DIR", help=OUTPUT_HELP)] = "",
    vintage: Annotated[str, typer.Option(metavar="VINTAGE", help=VINTAGE_HELP)] = "",
) -> None:
    """So sánh số liệu hiện nay với báo cáo đã công bố.

    Says what today's data would change in the report that was published: the values that would be other ones, that
    would be new and that would be gone, each as printed then and as it would be printed now. Nothing is built or
    written. Exit status: 0 nothing differs, 3 something does, 2 nothing was published or the data must be mended.

    \b
    Ví dụ · Examples:
      poverty-evaluation diff bac-giang-city 2016-2018
      poverty-evaluation diff song-mau-city 2022 --data data/sample --output /tmp/thu
    """
    from poverty_evaluation.operations.comparison import compare
    from poverty_evaluation.operations.comparison_table import comparison_table
    from poverty_evaluation.operations.requests import RunRequest

    comparison = compare(RunRequest(place, period, data, output, vintage=vintage))
    print(comparison_table(comparison))
    raise typer.Exit(DIFFERS if comparison.differences else 0)


@app.command()
def audit(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILE...", help="Báo cáo, hoặc thư mục báo cáo. · Reports, or folders of reports."),
    ],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help=AUDIT_FORMAT_HELP)] = "table",
    show: Annotated[str, typer.Option(metavar="WHAT", help=SHOW_HELP)] = "contradictions",
    output: Annotated[str, typer.Option(metavar="FILE", help=AUDIT_OUTPUT_HELP)] = "",
    language: Annotated[
        str, typer.Option(metavar="vi|en", help="Ngôn ngữ của kết quả. · Language of the results.")
    ] = "vi",
    against: Annotated[tuple[str, str], typer.Option(metavar="PLACE PERIOD", help=AGAINST_HELP)] = ("", ""),
    data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "",
    issued: Annotated[str, typer.Option(metavar="DIR", help=ISSUED_HELP)] = "",
    quiet: Annotated[
        bool,
        typer.Option(
            "--quiet", "-q", help="Chỉ kết quả, không tiến độ và số đếm. · Only results, no progress and no counts."
        ),
    ] = False,
) -> None:
    """Rà soát số liệu trong báo cáo đã soạn: con số nào mâu thuẫn với nhau.

    Reads reports that somebody typed (text, Markdown, Word, PDF, HTML) and finds the figures that cannot all be true:
    totals and parts, rates, increases and decreases, money in figures and in words, dates, facts told twice. Each
    finding quotes the text and shows the recomputation. Nothing in the reports is changed. With json, one object per
    file and line is written as each file is done. A file that cannot be read stops no other; it is named at the end.

    \b
    Ví dụ · Examples:
      poverty-evaluation audit bao-cao.docx
      poverty-evaluation audit bao-cao.docx --format html
      poverty-evaluation audit bao-cao.pdf --show all --language en
      poverty-evaluation audit bao-cao-cac-xa/ --format xlsx --output ket-qua.xlsx
      poverty-evaluation audit *.docx --format json > ket-qua.jsonl
      poverty-evaluation audit ban-da-ky.docx --against bac-giang-city 2016-2018

    \b
    Mã kết thúc · Exit status:
      0  không có mâu thuẫn; --against: mọi con số giữ nguyên
         no contradiction; --against: every number is as it was issued
      2  có tệp không đọc được (dù các tệp khác ra sao); --against: chưa có bản đã lập
         a file could not be read (whatever the others hold); --against: no report was built
      3  mọi tệp đọc được, có mâu thuẫn; --against: có con số khác
         every file was read, and figures contradict each other; --against: a number differs
    """
    from poverty_evaluation.operations.audits.requests import AuditRequest

    request = AuditRequest(tuple(files), form, show, output, language)
    try:
        if any(against):
            from poverty_evaluation.operations.requests import RunRequest
            from poverty_evaluation.operations.signed.files import compare_files

            status = compare_files(request, RunRequest(*against, data=data, output=issued), sys.stdout, quiet)
        else:
            from poverty_evaluation.operations.audits.auditing import audit_files

            status = audit_files(request, sys.stdout, sys.stderr, quiet)
    except KeyboardInterrupt:
        print("Đã dừng. · Stopped.", file=sys.stderr)
        raise typer.Exit(INTERRUPTED) from None
    raise typer.Exit(status)


@app.command("list")
def list_periods(data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "") -> None:
    """Liệt kê các địa phương và kỳ có số liệu.

    Lists the places and periods for which data were received.

    \b
    Ví dụ · Examples:
      poverty-evaluation list
      poverty-evaluation list --data data/sample
    """
    from poverty_evaluation.workspace.locations import open_data_root

    root = open_data_root(data)
    for place in root.places():
        print(f"{place}: {', '.join(root.periods(place))}")


def _show_version(asked: bool) -> None:
    if asked:
        print(f"poverty-evaluation {poverty_evaluation.__version__}")
        raise typer.Exit


@app.callback()
def common(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Phiên bản. · The version.")
    ] = False,
) -> None:
    """Options of the command as a whole."""


def main() -> None:
    """Run a command and end with its exit status; people see messages, never a traceback."""
    from poverty_evaluation.vocabulary.errors import InputError

    _write_utf8()
    try:
        app()
    except SystemExit as end:
        if end.code == INPUT_TO_MEND:
            print(
                "Lệnh viết chưa đúng, xem ví dụ bằng --help. · For examples of the command see --help.", file=sys.stderr
            )
        raise
    except InputError as error:
        print(error.message(), file=sys.stderr)
        sys.exit(INPUT_TO_MEND)
    except Exception as error:
        if not _is_told(error):
            raise
        print(error, file=sys.stderr)
        sys.exit(OUR_FAULT)


def _write_utf8() -> None:
    """Vietnamese goes into pipes and files whole, whatever the machine's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and stream.encoding.lower() != "utf-8":
            stream.reconfigure(encoding="utf-8")


def _is_told(error: Exception) -> bool:
    """Whether the error already is a message for people."""
    failures = sys.modules.get("poverty_evaluation.operations.failures")
    return failures is not None and isinstance(error, failures.ToldFailure)


if __name__ == "__main__":
    main()
