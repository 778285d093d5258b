"""Dòng lệnh: poverty-evaluation run, batch, compare, diff, audit, list; a module for each but the last.

Only what parsing and help need is imported at the top; everything else when a command runs.
"""

from __future__ import annotations

import io
import sys
from typing import Annotated

import typer

import poverty_evaluation
from poverty_evaluation.cli.audit import audit
from poverty_evaluation.cli.batch import batch
from poverty_evaluation.cli.compare import compare
from poverty_evaluation.cli.diff import diff
from poverty_evaluation.cli.options import DATA_HELP, INPUT_TO_MEND, OUR_FAULT
from poverty_evaluation.cli.run import run

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
      poverty-evaluation batch --periods 2017
      poverty-evaluation compare bac-giang-province
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


for _command in (run, batch, compare, diff, audit):
    app.command()(_command)


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
        if end.code == INPUT_TO_MEND and not isinstance(end.__context__, typer.Exit):
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
