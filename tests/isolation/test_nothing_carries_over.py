"""What the notebook of one report does to its process, the report built next does not see."""

import ast
import os

import pytest
from executor_runs import build
from small_project import OPEN, SmallProject

from poverty_evaluation.operations.workers.tasks import ReportTask, State

#: What is done to the process, and an expression that tells it.
CHANGES = {
    "module state": (
        "from poverty_evaluation.vocabulary import quantities; quantities.planted = 1",
        "hasattr(__import__('poverty_evaluation.vocabulary.quantities').vocabulary.quantities, 'planted')",
    ),
    "rcParams": ("import matplotlib; matplotlib.rcParams['font.size'] = 33", "matplotlib.rcParams['font.size']"),
    "environment": ("os.environ['PLANTED'] = '1'", "os.environ.get('PLANTED')"),
    "working folder": ("os.chdir('/')", "os.getcwd()"),
    "search path": ("sys.path.insert(0, '/planted')", "sys.path[0]"),
    "function of a library": ("pandas.DataFrame.sum = pandas.DataFrame.max", "pandas.DataFrame.sum.__name__"),
    "option of a library": ("pandas.set_option('display.max_rows', 7)", "pandas.get_option('display.max_rows')"),
    "locale": ("locale.setlocale(locale.LC_CTYPE, 'C')", "locale.setlocale(locale.LC_CTYPE)"),
    "signal handler": (
        "signal.signal(signal.SIGUSR1, signal.SIG_IGN)",
        "signal.getsignal(signal.SIGUSR1).name",
    ),
    "open file": (
        "left_open = open('/proc/self/status')",
        "any(os.path.realpath(f'/proc/self/fd/{n}').endswith('/status') for n in os.listdir('/proc/self/fd'))",
    ),
    "thread": (
        "threading.Thread(target=time.sleep, args=(600,), name='left-running').start()",
        "[thread.name for thread in threading.enumerate() if thread.name == 'left-running']",
    ),
    "warnings": ("warnings.simplefilter('error', BytesWarning)", "('error', BytesWarning) in "
                 "[(one[0], one[2]) for one in warnings.filters]"),
    "log level": ("logging.getLogger('planted').setLevel(7)", "logging.getLogger('planted').level"),
    "recursion limit": ("sys.setrecursionlimit(4321)", "sys.getrecursionlimit()"),
}  # fmt: skip
IMPORTS = (
    "import locale, logging, os, random, signal, sys, threading, time, warnings\nimport matplotlib, numpy, pandas\n"
)
RANDOM = {"random": "random.random()", "numpy": "float(numpy.random.random())"}


@pytest.fixture(scope="module")
def seen(tmp_path_factory):
    """What three reports built one after another by one executor have seen; the second has changed everything."""
    root = tmp_path_factory.mktemp("isolation")
    project = SmallProject(root).set_up()
    looks = {name: look for name, (_, look) in CHANGES.items()} | RANDOM
    look = f"seen = {{name: eval(look) for name, look in {looks!r}.items()}}\n"
    tell = "open(run.data_root.parent / f'seen-{place}', 'w').write(repr(seen | {'process': os.getpid()}))"
    changes = "\n".join(["if place == 'beta-commune':", *(f"    {change}" for change, _ in CHANGES.values())])
    seeds = "    random.seed(1); numpy.random.seed(1)"
    project.write("02_analysis", OPEN + "\n" + IMPORTS + changes + "\n" + seeds + "\n" + look + tell,
                  "save_analysis(run, [], [], load_ingest(run).extras, input_hash(run))")  # fmt: skip
    before = os.getcwd()
    os.chdir(root)
    try:
        places = ("alpha-city", "beta-commune", "gamma-commune")
        outcomes = build(ReportTask(project.request(place), time_limit=300) for place in places)
    finally:
        os.chdir(before)
    assert [outcome.state for outcome in outcomes] == [State.DONE] * 3, outcomes
    return [ast.literal_eval((root / f"seen-{place}").read_text(encoding="utf-8")) for place in places]


@pytest.mark.parametrize("name", CHANGES)
def test_the_next_report_sees_nothing_of(name, seen):
    first, changed, after = (one[name] for one in seen)
    assert changed != first, "the change was not made"
    assert after == first


@pytest.mark.parametrize("name", RANDOM)
def test_random_numbers_are_each_report_s_own(name, seen):
    assert len({one[name] for one in seen}) == 3


def test_each_report_has_a_process_of_its_own(seen):
    assert len({one["process"] for one in seen}) == 3
