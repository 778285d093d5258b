"""Lệnh compare: the periods of one place beside each other."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from poverty_evaluation.cli.options import DATA_HELP, ENGINE_HELP, INTERRUPTED, OUTPUT_HELP, PLACE_HELP, QUIET_HELP

COMPARE_FORMAT_HELP = "html,pdf (mặc định: tất cả). · html,pdf (default: both)."


def compare(
    place: Annotated[str, typer.Argument(metavar="PLACE", help=PLACE_HELP)],
    data: Annotated[str, typer.Option(metavar="ROOT", help=DATA_HELP)] = "",
    output: Annotated[str, typer.Option(metavar="DIR", help=OUTPUT_HELP)] = "",
    formats: Annotated[str, typer.Option("--format", metavar="LIST", help=COMPARE_FORMAT_HELP)] = "",
    language: Annotated[
        str, typer.Option(metavar="vi|en", help="Ngôn ngữ của bản so sánh. · Language of the comparison.")
    ] = "vi",
    engine: Annotated[str, typer.Option(metavar="warm|stock", help=ENGINE_HELP)] = "warm",
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help=QUIET_HELP)] = False,
) -> None:
    """So sánh các kỳ đã lập của một địa phương.

    Reads the headline figures of every finished period of a place and shows them over time, interrupted where the
    poverty standard or the territory changes, the series of the statistics office beside them; published below
    outputs/PLACE/compare. Figures that reports tell differently are named; so are periods that cannot be read.

    \b
    Ví dụ · Examples:
      poverty-evaluation compare bac-giang-province
      poverty-evaluation compare bac-giang-province --format pdf --language en
      poverty-evaluation compare song-mau-city --data data/sample --output /tmp/thu
    """
    try:
        from poverty_evaluation.operations.compare_periods import CompareRequest, compare_periods
        from poverty_evaluation.operations.engines.choice import engine_named
        from poverty_evaluation.operations.progress import progress_for

        request = CompareRequest(place, data, output, formats, language)
        result = compare_periods(request, progress_for(sys.stderr, quiet), engine_named(engine))
    except KeyboardInterrupt:
        print(
            "Đã dừng, chưa công bố gì; bản so sánh trước đó giữ nguyên."
            " · Stopped, nothing was published; the earlier comparison is as it was.",
            file=sys.stderr,
        )
        raise typer.Exit(INTERRUPTED) from None
    if result.unread and not quiet:
        names = ", ".join(result.unread)
        print(f"Không có trong bản so sánh · Not in the comparison: {names}", file=sys.stderr)
    if result.contradictions and not quiet:
        count = result.contradictions
        print(
            f"{count} số liệu được nêu khác nhau, xem phần II · {count} figures are told differently, see chapter II",
            file=sys.stderr,
        )
    for path in result.files:
        print(path)
