"""Khi hệ thống không có fork: said once in a process, on stderr."""

from __future__ import annotations

import functools
import sys


@functools.cache
def say_once() -> None:
    print(
        "Hệ thống này không nhân bản được tiến trình (fork): mỗi sổ tay chạy trong nhân riêng, chậm hơn."
        " · This system cannot fork: each notebook runs in a kernel of its own, which takes longer.",
        file=sys.stderr,
        flush=True,
    )
