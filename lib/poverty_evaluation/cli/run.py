"""Lệnh run: the report of one place and period."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from poverty_evaluation.cli.options import (
    DATA_HELP,
    ENGINE_HELP,
    FORMAT_HELP,
    INTERRUPTED,
    LANGUAGE_HELP,
    OUTPUT_HELP,
    PERIOD_HELP,
    PLACE_HELP,
    QUIET_HELP,
    VINTAGE_HELP,
)


def run(
    place: Annotated[str, typer.Argument(metavar="PLACE", help=PLACE_HELP)],
    period: Annotated[str, typer.Argument(metavar="PERIOD", help=PERIOD_HELP)],
    data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "",
    output: Annotated[str, typer.Option(metavar="DIR", help=OUTPUT_HELP)] = "",
    formats: Annotated[
        str,
        typer.Option("--format", metavar="LIST", help=FORMAT_HELP),
    ] = "",
    language: Annotated[str, typer.Option(metavar="vi|en", help=LANGUAGE_HELP)] = "vi",
    vintage: Annotated[str, typer.Option(metavar="VINTAGE", help=VINTAGE_HELP)] = "",
    strict: Annotated[
        bool,
        typer.Option("--strict", help="Còn lỗi số liệu thì kết thúc với mã 3. · Exit 3 when error findings stand."),
    ] = False,
    engine: Annotated[str, typer.Option(metavar="warm|stock", help=ENGINE_HELP)] = "warm",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=QUIET_HELP)] = False,
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
        from poverty_evaluation.operations.engines.choice import engine_named
        from poverty_evaluation.operations.progress import progress_for
        from poverty_evaluation.operations.requests import RunRequest
        from poverty_evaluation.operations.run_period import run_period

        request = RunRequest(place, period, data, output, formats, language, vintage, strict)
        result = run_period(request, progress_for(sys.stderr, quiet), engine_named(engine))
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
