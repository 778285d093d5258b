"""Outputs of two executions of the same cells, made comparable."""

from __future__ import annotations

import re
from typing import Any

#: What two executions cannot have in common. Everything else is compared as it is.
NORMALISED = (
    # The file name under which a cell is compiled: its process and a hash. Seen in tracebacks and warnings.
    (re.compile(r"/tmp/ipykernel_\d+/\d+\.py"), "<cell>.py"),
    # Where an object lies in memory.
    (re.compile(r"0x[0-9a-f]{6,}"), "0x<address>"),
    # Times that were measured, by %time and %timeit.
    (re.compile(r"[\d.]+ (ns|μs|µs|us|ms|s)\b"), "<time>"),
    # When a chart was drawn, in the metadata of its SVG.
    (re.compile(r"<dc:date>.*?</dc:date>"), "<date>"),
)


def comparable(cell: dict[str, Any]) -> list[dict[str, Any]]:
    """The outputs of a cell. Adjacent pieces of one stream are one: where it was cut into messages only says when a
    buffer was sent."""
    joined: list[dict[str, Any]] = []
    for output in cell["outputs"]:
        plain = _whole(output)
        if joined and plain["output_type"] == "stream" and joined[-1].get("name") == plain["name"]:
            joined[-1]["text"] += plain["text"]
        else:
            joined.append(plain)
    return [_normalised(output) for output in joined]


def _whole(value: Any) -> Any:
    """A saved notebook keeps texts as lists of lines."""
    if isinstance(value, dict):
        return {key: _whole(part) for key, part in value.items()}
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return "".join(value)
    return value


def _normalised(value: Any) -> Any:
    if isinstance(value, str):
        for pattern, word in NORMALISED:
            value = pattern.sub(word, value)
        return value
    if isinstance(value, dict):
        return {key: _normalised(part) for key, part in value.items()}
    if isinstance(value, list):
        return [_normalised(part) for part in value]
    return value
