"""Tiến trình của một sổ tay: an IPython kernel that has loaded the libraries of its notebook before it is needed.

    python -m poverty_evaluation.operations.engines.kernel_process <module,module…> -f <connection file>

The modules end up in `sys.modules` and nowhere else: the notebook still imports what it uses, only faster. The
notebook's own process starts while the one before it works, so the time of loading is spent beside other work.
"""

from __future__ import annotations

import sys
from contextlib import suppress
from importlib import import_module
from pathlib import Path


def main() -> None:
    if sys.path and (sys.path[0] == "" or Path(sys.path[0]) == Path.cwd()):
        del sys.path[0]  # as ipykernel's own launcher: no file of the current folder may stand in for a library
    modules = sys.argv.pop(1)
    # A module that cannot be loaded is not told of here: the notebook imports it too, and fails at the cell that does.
    with suppress(Exception):
        for name in filter(None, modules.split(",")):
            import_module(name)
    from ipykernel.kernelapp import launch_new_instance

    launch_new_instance()


if __name__ == "__main__":
    main()
