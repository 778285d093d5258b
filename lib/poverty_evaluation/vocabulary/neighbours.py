"""Các kỳ, các địa phương liền kề: the other received folders that one report is read beside."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Thư mục số liệu đọc cùng: None where nothing was received.

    previous: the period before (kỳ trước); year_before: the same period a year earlier (cùng kỳ năm trước); start: the
    period whose last review opens the phase (đầu giai đoạn); members: the same period of each place that makes up the
    reporting one (đơn vị trực thuộc), by slug.
    """

    previous: Path | None = None
    year_before: Path | None = None
    start: Path | None = None
    members: tuple[Path, ...] = ()

    @property
    def folders(self) -> Iterator[Path]:
        """All of them, each once."""
        told = (self.previous, self.year_before, self.start, *self.members)
        yield from dict.fromkeys(folder for folder in told if folder is not None)


#: A report that is read beside nothing.
NO_NEIGHBOURS = Neighbours()
