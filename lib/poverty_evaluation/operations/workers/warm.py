"""Tiến trình mẹ đã nạp sẵn: what the process holds from which those of the reports are forked.

This is the one module whose import is meant to do work: it is the preload of the forkserver of `multiprocessing`. It
imports what the notebooks and the exporters use and does once what is slow the first time, so that no report does it
again. It leaves no thread, no socket and no figure behind: a fork takes none of them along.
"""

from __future__ import annotations

import gc
import os
import signal
from contextlib import suppress
from importlib import import_module

from poverty_evaluation.workspace.start_up import skip_slow_import_of_jsonschema

#: The environment variable that names the data root whose reference data are loaded; empty for that of the project.
#: They are kept by the contents of their files, so a report that finds others there reads those.
DATA_ROOT = "POVERTY_EVALUATION_DATA_ROOT_OF_FIRST_REPORT"
MODULES = (
    "bdb",
    "ctypes",
    "resource",
    "pandas",
    "pandas.core.methods.to_dict",
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    "pyarrow.pandas_compat",
    "pyarrow.parquet",
    "pyarrow.vendored.version",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.core.shellapp",
    "IPython.extensions.storemagic",
    "IPython.terminal.pt_inputhooks",
    "ipykernel.zmqshell",
    "scrapbook",
    "poverty_evaluation.ingest",
    "poverty_evaluation.indicators",
    "poverty_evaluation.evaluation.document",
    "poverty_evaluation.evaluation.headline",
    "poverty_evaluation.evaluation.pictures",
    "poverty_evaluation.exploration",
    "poverty_evaluation.presentation.charts",
    "poverty_evaluation.presentation.exporters",
    "poverty_evaluation.presentation.jupyter",
    "poverty_evaluation.workspace.hand_over",
    "poverty_evaluation.workspace.scraps",
    "poverty_evaluation.audit.checking",
    "poverty_evaluation.audit.documents.html",
    "poverty_evaluation.audit.documents.opening",
    "poverty_evaluation.audit.showing",
    "poverty_evaluation.operations.engines.in_process",
    "poverty_evaluation.operations.engines.in_process_client",
    "poverty_evaluation.operations.engines.isolation",
    "poverty_evaluation.operations.engines.notebooks",
    "poverty_evaluation.operations.results",
    "poverty_evaluation.operations.workers.building",
)


def _warm_up() -> None:
    gc.disable()  # what is imported stays: to look through it for garbage takes as long as half of the imports
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the process that asked for the reports
    skip_slow_import_of_jsonschema()
    for name in MODULES:
        # One that cannot be loaded is not told of here: the report that needs it fails at the line that does.
        with suppress(Exception):
            import_module(name)
    gc.freeze()
    with suppress(Exception):
        from poverty_evaluation.operations.versions import versions
        from poverty_evaluation.workspace.hashing import package_hash

        package_hash()
        versions()
    with suppress(Exception):
        from matplotlib.backends.registry import backend_registry

        backend_registry.list_all()  # it looks through all installed packages, once
    with suppress(Exception):
        from poverty_evaluation.operations.workers.specimen import write_specimen

        write_specimen()
    with suppress(Exception):  # what is wrong with them is told to each report that needs them
        from poverty_evaluation.reference import load_reference
        from poverty_evaluation.workspace.locations import open_data_root

        load_reference(open_data_root(os.environ.get(DATA_ROOT, "")).path)
    gc.collect()  # what the specimen has left, open files among it
    gc.freeze()
    gc.enable()


_warm_up()
