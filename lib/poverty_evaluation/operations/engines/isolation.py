"""Trả lại như cũ: what a notebook may change in its process, put back when it is done."""

from __future__ import annotations

import gc
import locale
import logging
import os
import random
import signal
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from typing import Any

Undo = Callable[[], None]


@contextmanager
def put_back() -> Iterator[None]:
    """Whatever the block changes of this process is as before when it ends, and random numbers start anew in it."""
    with ExitStack() as stack:
        for save in SAVED:
            stack.callback(save())
        yield


def environment() -> Undo:
    before = dict(os.environ)

    def undo() -> None:
        for name in set(os.environ) - set(before):
            del os.environ[name]
        for name, value in before.items():
            if os.environ.get(name) != value:
                os.environ[name] = value

    return undo


def current_folder() -> Undo:
    before = os.getcwd()
    return lambda: os.chdir(before)


def interpreter() -> Undo:
    """Search path, arguments, limits and the collector."""
    lists = [(kept, list(kept)) for kept in _lists()]
    limit, switch, collecting = sys.getrecursionlimit(), sys.getswitchinterval(), gc.isenabled()
    hooks = sys.displayhook, sys.excepthook, threading.excepthook, sys.stdin

    def undo() -> None:
        sys.path, sys.meta_path, sys.path_hooks, sys.argv = (kept for kept, _ in lists)
        for kept, content in lists:
            kept[:] = content
        sys.setrecursionlimit(limit)
        sys.setswitchinterval(switch)
        (gc.enable if collecting else gc.disable)()
        sys.displayhook, sys.excepthook, threading.excepthook, sys.stdin = hooks

    return undo


def _lists() -> tuple[list[Any], ...]:
    return sys.path, sys.meta_path, sys.path_hooks, sys.argv


def random_numbers() -> Undo:
    """A notebook that sets no seed gets other numbers than the one before it, as in a process of its own."""
    before = random.getstate()
    random.seed()
    numpy = sys.modules.get("numpy.random")
    state: Any = numpy.get_state() if numpy is not None else None
    if numpy is not None:
        numpy.seed()

    def undo() -> None:
        random.setstate(before)
        loaded = sys.modules.get("numpy.random")
        if loaded is not None:
            loaded.seed() if state is None else loaded.set_state(state)

    return undo


def warning_filters() -> Undo:
    """The filters, and with them which warnings have been shown once."""
    before, show = list(warnings.filters), warnings.showwarning
    _forget_shown_warnings()

    def undo() -> None:
        warnings.filters[:] = before  # type: ignore[index]
        warnings.showwarning = show
        _forget_shown_warnings()

    return undo


def _forget_shown_warnings() -> None:
    warnings._filters_mutated()  # type: ignore[attr-defined]


def logs() -> Undo:
    """A notebook begins with the logging of a fresh interpreter: no handlers, nothing said below WARNING."""
    root = logging.getLogger()
    handlers, level, disabled = list(root.handlers), root.level, logging.root.manager.disable
    logging.captureWarnings(False)
    root.handlers[:] = []
    root.setLevel(logging.WARNING)
    logging.disable(logging.NOTSET)

    def undo() -> None:
        logging.captureWarnings(False)
        root.handlers[:] = handlers
        root.setLevel(level)
        logging.disable(disabled)

    return undo


def language() -> Undo:
    before = locale.setlocale(locale.LC_ALL)

    def undo() -> None:
        with suppress(locale.Error):
            locale.setlocale(locale.LC_ALL, before)

    return undo


def signals() -> Undo:
    if threading.current_thread() is not threading.main_thread():
        return _nothing
    numbers = sorted(signal.valid_signals() - {signal.Signals.SIGINT})
    before = {number: signal.getsignal(number) for number in numbers}

    def undo() -> None:
        for number, handler in before.items():
            if handler is not None and signal.getsignal(number) is not handler:
                signal.signal(number, handler)

    return undo


def charts() -> Undo:
    """matplotlib: every chart closed, the settings as before, the backend chosen anew by the next notebook."""
    matplotlib = sys.modules.get("matplotlib")
    before = matplotlib.rcParams.copy() if matplotlib is not None else None
    interactive = matplotlib.is_interactive() if matplotlib is not None else False
    if matplotlib is not None:
        matplotlib.rcParams["backend"] = os.environ.get("MPLBACKEND") or _INLINE
        _forget_backend()

    def undo() -> None:
        loaded = sys.modules.get("matplotlib")
        if loaded is None:
            return
        pyplot = sys.modules.get("matplotlib.pyplot")
        if pyplot is not None:
            pyplot.close("all")
        _forget_backend()
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            if before is None:
                loaded.rcdefaults()
            else:
                dict.update(loaded.rcParams, before)
        loaded.interactive(interactive)

    return undo


_INLINE = "module://matplotlib_inline.backend_inline"


def _forget_backend() -> None:
    """As before the first chart of a process: the inline backend attaches itself to a shell as it is loaded."""
    pyplot: Any = sys.modules.get("matplotlib.pyplot")
    if pyplot is not None:
        pyplot._backend_mod = None
        pyplot._REPL_DISPLAYHOOK = pyplot._ReplDisplayHook.NONE
    inline: Any = sys.modules.pop("matplotlib_inline.backend_inline", None)
    if inline is not None:
        from matplotlib_inline.config import InlineBackend

        InlineBackend.clear_instance()


def table_options() -> Undo:
    """How pandas and polars show tables."""
    undos: list[Undo] = []
    pandas: Any = sys.modules.get("pandas")
    if pandas is not None:
        from pandas._config import config

        old = config._deprecated_options  # to look at one is to be warned of it
        options = {key: config.get_option(key) for key in config._registered_options if key not in old}

        def undo_pandas() -> None:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                for key, value in options.items():
                    if config.get_option(key) is not value:
                        config.set_option(key, value)

        undos.append(undo_pandas)
    polars: Any = sys.modules.get("polars")
    if polars is not None:
        saved = polars.Config.save()
        undos.append(lambda: polars.Config.load(saved))

    def undo() -> None:
        for one in undos:
            one()

    return undo


def _nothing() -> None:
    """Nothing to put back."""


SAVED: tuple[Callable[[], Undo], ...] = (
    environment,
    current_folder,
    interpreter,
    random_numbers,
    warning_filters,
    logs,
    language,
    signals,
    charts,
    table_options,
)
