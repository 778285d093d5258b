"""Cách chạy sổ tay: one report by our command with its own engine and with papermill's kernels, from cold."""

from __future__ import annotations

from batch_parts.setting import Keep, Result, Setting, data_root, environment, load, ours
from measuring import run

_ENGINES = ("warm", "stock")


def measure(setting: Setting, keep: Keep) -> None:
    root, (_, task) = data_root(setting, 2)
    result: Result = {"load": load(), **{engine: {"wall": [], "cpu": [], "memory": []} for engine in _ENGINES}}
    for number in range(setting.rounds + 1):
        for engine in _ENGINES:
            output = ["--output", str(setting.fresh("engine-outputs"))]
            command = [*ours(), "run", *task, "--data", str(root), *output, "--format", "html", "--quiet"]
            spent = run([*command, "--engine", engine], environment(), setting.left, accepted=(0, 3))
            if spent.failure:
                result[engine]["failure"] = spent.failure
            elif number > 0:  # the first round only warms the disk
                for name, value in (("wall", spent.wall), ("cpu", spent.cpu), ("memory", spent.memory)):
                    result[engine][name].append(value)
        keep(result)
        if setting.is_over:
            return
