"""Lệnh diff: what the data of today would change in a published report."""

from __future__ import annotations

from typing import Annotated

import typer

from poverty_evaluation.cli.options import DATA_HELP, DIFFERS, OUTPUT_HELP, PERIOD_HELP, PLACE_HELP, VINTAGE_HELP


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
