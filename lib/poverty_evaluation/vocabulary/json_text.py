"""Văn bản JSON: what `json.dumps(…, ensure_ascii=False, indent=1)` writes, in less than half of its time.

The standard library writes indented JSON with generators within generators; a report writes several megabytes of it.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring as _quoted
from typing import Any

#: Made once: `json.dumps` makes one for each value that is not written in its usual way.
_ENCODERS = {sort_keys: json.JSONEncoder(ensure_ascii=False, sort_keys=sort_keys).encode for sort_keys in (False, True)}
#: Deeper than anything is nested.
ANY_DEPTH = 1000


def indented(content: Any, sort_keys: bool = False, depth: int = ANY_DEPTH) -> str:
    """JSON with every entry on a line of its own; what lies more than `depth` levels down stays on the line of its
    whole. TypeError on what JSON does not know, as `json.dumps`."""
    return _quoted(content) if isinstance(content, str) else _text(content, "\n", sort_keys, depth)


def _text(value: Any, line: str, sort_keys: bool, depth: int) -> str:
    if not depth:
        return _ENCODERS[sort_keys](value)
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
    if value is None:
        return "null"
    return repr(value) if type(value) is int else json.dumps(value)


def _key(key: Any) -> str:
    return _quoted(key) if isinstance(key, str) else json.dumps({key: 0})[1:-4]
