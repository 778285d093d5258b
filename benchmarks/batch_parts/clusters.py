"""Cụm máy: what benchmarks/cluster.py measures, where it is there."""

from __future__ import annotations

import sys

from batch_parts.setting import Keep, Setting, environment, load
from measuring import ROOT, run


def measure(setting: Setting, keep: Keep) -> None:
    script = ROOT / "benchmarks" / "cluster.py"
    if not script.is_file():
        keep({"failure": "benchmarks/cluster.py is not there"})
        return
    at = load()
    spent = run([sys.executable, str(script)], environment(), setting.left)
    keep({"load": at, "wall": spent.wall, "failure": spent.failure, "told": spent.told.strip().splitlines()[-40:]})
