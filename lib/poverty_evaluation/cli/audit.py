"""Lệnh audit: the figures of reports that somebody typed."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from poverty_evaluation.cli.options import DATA_HELP, INTERRUPTED

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
