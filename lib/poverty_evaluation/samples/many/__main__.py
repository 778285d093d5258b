"""Dòng lệnh: python -m poverty_evaluation.samples.many."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from poverty_evaluation.samples import DEFAULT_SEED, write_sample
from poverty_evaluation.samples.many import MOST_PLACES, PERIODS, many_files
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.locations import project_root

_DESCRIPTION = """\
Sinh số liệu giả định của nhiều xã, phường để thử việc lập nhiều báo cáo cùng lúc.
Writes a data root of many invented communes, to try on it how many reports are built at once.

Cùng tham số cho cùng từng byte. Số liệu của một xã không phụ thuộc số lượng xã.
The same arguments give the same bytes. What a commune has does not depend on how many there are."""
_EXAMPLES = """\
Ví dụ · Examples:
  python -m poverty_evaluation.samples.many /tmp/nhieu-xa --places 20
  python -m poverty_evaluation.samples.many /tmp/nhieu-xa --places 500 --periods 2023 --seed 7
  poverty-evaluation run xa-mau-70001 2023 --data /tmp/nhieu-xa

Mã kết thúc · Exit status:
  0  xong · done
  2  tham số sai, hoặc thư mục có tệp khác; chưa ghi gì
     wrong arguments, or other files in the folder; nothing was written"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the data root and prints where it is; the exit status."""
    asked = _parser().parse_args(arguments)
    folder = Path(asked.folder).expanduser().resolve()
    try:
        files = many_files(asked.places, asked.periods, asked.seed, project_root() / "data" / "reference")
        write_sample(files, folder)
    except InputError as error:
        print(error.message(), file=sys.stderr)
        return 2
    print(f"{folder}: {len(files)} tệp · files")
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m poverty_evaluation.samples.many",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", metavar="FOLDER", help="nơi ghi · where to write")
    parser.add_argument(
        "--places", type=_count, required=True, metavar="N", help=f"số xã, phường · how many communes (1–{MOST_PLACES})"
    )
    parser.add_argument(
        "--periods",
        type=_periods,
        default=PERIODS,
        metavar="P,P",
        help=f"các kỳ · the periods (mặc định · default: {','.join(PERIODS)})",
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=DEFAULT_SEED,
        metavar="S",
        help=f"số gieo · the seed (mặc định · default: {DEFAULT_SEED})",
    )
    return parser


def _count(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= MOST_PLACES:
        raise argparse.ArgumentTypeError(f"{text}: từ 1 đến {MOST_PLACES} · from 1 to {MOST_PLACES}")
    return int(text)


def _periods(text: str) -> tuple[str, ...]:
    asked = tuple(sorted({part.strip() for part in text.split(",")}))
    if not set(asked) <= set(PERIODS):
        known = ", ".join(PERIODS)
        raise argparse.ArgumentTypeError(f"{text}: chỉ có {known} · there are only {known}")
    return asked


if __name__ == "__main__":
    sys.exit(main())
