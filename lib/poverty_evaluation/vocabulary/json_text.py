"""Văn bản JSON: JSON text with an entry on each line down to a depth; below it orjson writes.

The standard library writes indented JSON with generators within generators; a report writes several megabytes of it.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _quoted
from typing import Any

import orjson

#: Deeper than anything is nested.
ANY_DEPTH = 1000
_STRICT = orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_PASSTHROUGH_DATACLASS


def indented(content: Any, sort_keys: bool = False, depth: int = ANY_DEPTH) -> str:
    """JSON with every entry on a line of its own; what lies more than `depth` levels down stays on the line of its
    whole, without spaces. TypeError on what JSON does not know, as `json.dumps`; a float that is no number, which JSON
    does not know either, is null."""
    return _quoted(content) if isinstance(content, str) else _text(content, "\n", sort_keys, depth)


def _text(value: Any, line: str, sort_keys: bool, depth: int) -> str:
    if not depth:
        return on_one_line(value, sort_keys)
    inner, below = line + " ", depth - 1
    if isinstance(value, dict):
        if not value:
            return "{}"
        entries = [
            f"{_key(key)}: {_quoted(item) if isinstance(item, str) else _text(item, inner, sort_keys, below)}"
            for key, item in (sorted(value.items()) if sort_keys else value.items())
        ]
        return f"{{{inner}{f',{inner}'.join(entries)}{line}}}"
    if isinstance(value, (list, tuple)):
        if not value:
            return "[]"
        entries = [_quoted(item) if isinstance(item, str) else _text(item, inner, sort_keys, below) for item in value]
        return f"[{inner}{f',{inner}'.join(entries)}{line}]"
    return on_one_line(value, sort_keys)


def on_one_line(value: Any, sort_keys: bool = False) -> str:
    """JSON without spaces and line ends; of the same things as `indented`."""
    try:
        return orjson.dumps(value, option=_STRICT | orjson.OPT_SORT_KEYS if sort_keys else _STRICT).decode()
    except TypeError:  # half a surrogate pair, a key that is no text, an integer of more than 64 bits
        return json.dumps(value, ensure_ascii=False, sort_keys=sort_keys)


def _key(key: Any) -> str:
    return _quoted(key) if isinstance(key, str) else json.dumps({key: 0})[1:-4]
