"""Dòng lệnh: python -m poverty_evaluation.samples."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from poverty_evaluation.samples import DEFAULT_SEED, sample_files, write_sample
from poverty_evaluation.vocabulary.errors import InputError
from poverty_evaluation.workspace.locations import project_root

_DESCRIPTION = """\
Sinh bộ số liệu giả định: thành phố Sông Mẫu, ba năm, đủ periods/ và reference/.
Writes the sample: an invented city over three years, a complete data root.

Cùng --seed cho cùng từng byte. Chỉ ghi đè những gì chính lệnh này đã ghi.
The same --seed gives the same bytes. Only what this command wrote itself is replaced."""
_EXAMPLES = """\
Ví dụ · Examples:
  python -m poverty_evaluation.samples
  python -m poverty_evaluation.samples --seed 7 --output /tmp/thu
  poverty-evaluation list --data data/sample
  poverty-evaluation run song-mau-city 2022 --data data/sample

Mã kết thúc · Exit status:
  0  xong · done
  2  thư mục có tệp khác, chưa ghi gì · the folder holds other files, nothing was written"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Writes the sample and prints where it is; the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m poverty_evaluation.samples",
        description=_DESCRIPTION,
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument(
        "--seed",
        type=int,
        default=DEFAULT_SEED,
        metavar="N",
        help=f"số gieo · the seed (mặc định · default: {DEFAULT_SEED})",
    )
    parser.add_argument(
        "--output", default="", metavar="DIR", help="nơi ghi · where to write (mặc định · default: data/sample)"
    )
    asked = parser.parse_args(arguments)
    try:
        root = project_root()
        folder = Path(asked.output).expanduser().resolve() if asked.output else root / "data" / "sample"
        files = sample_files(asked.seed, root / "data" / "reference")
        write_sample(files, folder)
    except InputError as error:
        print(error.message(), file=sys.stderr)
        return 2
    print(f"{folder}: {len(files)} tệp · files")
    return 0


if __name__ == "__main__":
    sys.exit(main())
