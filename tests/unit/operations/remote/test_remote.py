"""Fetching and publishing at an address, tried on fsspec's file system in memory, whose calls are written down."""

from __future__ import annotations

import json
import uuid
from dataclasses import replace

import pytest

from poverty_evaluation.operations.remote import fetching
from poverty_evaluation.operations.remote.building import published_name, work_name
from poverty_evaluation.operations.remote.executor import FetchingExecutor
from poverty_evaluation.operations.remote.fetching import fetch_data, fetch_published, mirror_data
from poverty_evaluation.operations.remote.folders import FileThere, RemoteFolder
from poverty_evaluation.operations.remote.planning import open_view
from poverty_evaluation.operations.remote.publishing import IssuedMeanwhile, publish_there
from poverty_evaluation.operations.requests import RunRequest, check
from poverty_evaluation.operations.workers.tasks import Finished, ReportOutcome, ReportTask, Started, State
from poverty_evaluation.vocabulary.errors import InputError

NAME, WORK = "alpha-city/2017", ".work/alpha-city/2017"


class Recorded(RemoteFolder):
    """Writes down what is sent and taken away, and may break off before a file."""

    def __init__(self, url, calls=None, breaks_at=""):
        super().__init__(url)
        self.calls = [] if calls is None else calls
        self.breaks_at = breaks_at

    def put(self, path, name):
        if name == self.breaks_at:
            raise OSError("the line is cut")
        self.calls.append(f"put {name}")
        super().put(path, name)

    def remove(self, name):
        self.calls.append(f"remove {name}")
        super().remove(name)


@pytest.fixture
def there():
    folder = RemoteFolder(f"memory://{uuid.uuid4().hex}")
    yield folder
    folder.remove_all()


@pytest.fixture
def outputs(tmp_path):
    write_report(tmp_path / "outputs", "một")
    return tmp_path / "outputs"


def write_report(outputs, text, **record):
    folder = outputs / NAME
    (folder / "executed").mkdir(parents=True, exist_ok=True)
    (folder / "report.html").write_text(text, encoding="utf-8")
    (folder / "executed" / "03_report.ipynb").write_text("{}", encoding="utf-8")
    content = {"place": "alpha-city", "outputs": [text], "times": {"written": {"report.html": [1, 1]}}, **record}
    (folder / "run.json").write_text(json.dumps(content), encoding="utf-8")


def content(there, name):
    return (there.read(f"{NAME}/{name}") or b"").decode()


def test_the_record_is_written_last(there, outputs):
    recorded = Recorded(there.url)
    assert publish_there(outputs, NAME, WORK, recorded) is True
    assert recorded.calls == ["remove run.json", "put executed/03_report.ipynb", "put report.html", "put run.json"]
    assert content(there, "report.html") == "một"


def test_the_folders_are_those_of_the_plan(tmp_path):
    for vintage in ("", "preliminary", "amended"):
        request = RunRequest("bac-giang-province", "2012", output=str(tmp_path), vintage=vintage)
        plan, task = check(request), ReportTask(request)
        assert (tmp_path / published_name(task), tmp_path / work_name(task)) == (plan.target, plan.work)


def test_what_the_notebooks_handed_over_goes_along_and_comes_back(there, outputs, tmp_path):
    (outputs / WORK / "ingest").mkdir(parents=True)
    (outputs / WORK / "ingest" / "a.parquet").write_bytes(b"table")
    publish_there(outputs, NAME, WORK, there)
    fetch_published(there, (NAME, WORK), tmp_path / "back")
    assert (tmp_path / "back" / WORK / "ingest" / "a.parquet").read_bytes() == b"table"
    assert (tmp_path / "back" / NAME / "report.html").read_text(encoding="utf-8") == "một"


def test_the_same_report_is_sent_once(there, outputs):
    publish_there(outputs, NAME, WORK, there)
    write_report(outputs, "một", times={"written": {"report.html": [2, 2]}})
    recorded = Recorded(there.url)
    assert publish_there(outputs, NAME, WORK, recorded) is False
    assert recorded.calls == []


def test_a_damaged_file_is_sent_again(there, outputs):
    publish_there(outputs, NAME, WORK, there)
    there.write(f"{NAME}/report.html", b"")
    assert publish_there(outputs, NAME, WORK, there) is True
    assert content(there, "report.html") == "một"


def test_another_report_takes_its_place_whole(there, outputs):
    publish_there(outputs, NAME, WORK, there)
    there.write(f"{NAME}/report.pdf", b"old")
    there.write(f"{NAME}/so-bo/report.html", b"preliminary")
    write_report(outputs, "hai")
    assert publish_there(outputs, NAME, WORK, there) is True
    assert sorted(there.below(NAME).files()) == [
        "executed/03_report.ipynb", "report.html", "run.json", "so-bo/report.html",
    ]  # fmt: skip
    assert content(there, "report.html") == "hai"


def test_what_was_cut_off_counts_as_not_there(there, outputs):
    publish_there(outputs, NAME, WORK, there)
    write_report(outputs, "hai")
    with pytest.raises(OSError, match="cut"):
        publish_there(outputs, NAME, WORK, Recorded(there.url, breaks_at="report.html"))
    assert there.read(f"{NAME}/run.json") is None
    view = open_view(RunRequest("", "", output=there.url))
    assert not any((path / "run.json").exists() for path in fetching.store().parent.rglob(NAME))
    assert view.options.output != there.url
    assert publish_there(outputs, NAME, WORK, there) is True
    assert content(there, "report.html") == "hai"


def test_an_issued_report_is_left_as_it_is(there, outputs):
    write_report(outputs, "một", report_status="issued")
    publish_there(outputs, NAME, WORK, there)
    write_report(outputs, "hai")
    with pytest.raises(IssuedMeanwhile, match="đã ban hành"):
        publish_there(outputs, NAME, WORK, there)
    assert content(there, "report.html") == "một"


def put_data(there):
    files = {
        "reference/units.csv": "unit",
        "periods/alpha/2016/a.csv": "before",
        "periods/alpha/2015/a.csv": "long before",
        "periods/alpha/2017/report.yml": "made_of: [beta]\nstart_period: 2015\n",
        "periods/alpha/2017/narrative/a.md": "prose",
        "periods/beta/2017/a.csv": "member",
        "periods/beta/2016/a.csv": "member before",
        "periods/gamma/2017/a.csv": "somebody else",
    }
    for name, text in files.items():
        there.write(name, text.encode())


def test_a_report_is_fetched_with_what_it_is_read_beside(there, tmp_path):
    put_data(there)
    root = fetch_data(there, "alpha", "2017", tmp_path / "data")
    fetched = sorted(path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    assert fetched == [
        "periods/alpha/2015/a.csv", "periods/alpha/2016/a.csv", "periods/alpha/2017/narrative/a.md",
        "periods/alpha/2017/report.yml", "periods/beta/2017/a.csv", "reference/units.csv",
    ]  # fmt: skip
    folders = sorted(path.name for path in (root / "periods" / "beta").iterdir())
    assert folders == ["2016", "2017"]  # it is there, for who names it, and nothing in it is read
    assert not (root / "periods" / "gamma").exists()


def test_for_a_wrong_place_the_right_names_are_there(there, tmp_path):
    put_data(there)
    root = fetch_data(there, "alpah", "2017", tmp_path / "data")
    assert sorted(path.name for path in (root / "periods").iterdir()) == ["alpha", "beta", "gamma"]
    root = fetch_data(there, "alpha", "2019", tmp_path / "more")
    assert sorted(path.name for path in (root / "periods" / "alpha").iterdir()) == ["2015", "2016", "2017"]


def test_what_the_store_marks_is_fetched_once(there, tmp_path, monkeypatch):
    put_data(there)
    fetched = []
    whole = RemoteFolder.files
    marked = {"a.csv": "e1"}

    def files(folder):
        return {name: FileThere(one.size, marked.get(name, "")) for name, one in whole(folder).items()}

    def fetch(folder, name, path):
        fetched.append(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(folder.read(name))

    monkeypatch.setattr(RemoteFolder, "files", files)
    monkeypatch.setattr(RemoteFolder, "fetch", fetch)
    folder = there.below("periods/gamma/2017")
    for number in range(2):
        mirror_data(folder, tmp_path / str(number))
    assert fetched == ["a.csv"]
    folder.write("a.csv", b"mended")
    marked["a.csv"] = "e2"
    assert (mirror_data(folder, tmp_path / "0") / "a.csv").read_bytes() == b"mended"
    folder.write("b.csv", b"without a mark")
    for number in range(2):
        mirror_data(folder, tmp_path / str(number))
    assert fetched == ["a.csv", "a.csv", "b.csv", "b.csv"]


def test_what_is_gone_there_is_gone_in_the_view(there):
    put_data(there)
    view = open_view(RunRequest("", "", data=there.url))
    root = fetching.Path(view.options.data)
    assert (root / "periods" / "gamma" / "2017" / "a.csv").read_text() == "somebody else"
    there.remove("periods/gamma/2017/a.csv")
    open_view(RunRequest("", "", data=there.url))
    assert not (root / "periods" / "gamma").exists()
    assert (root / "periods" / "alpha").is_dir()


def test_tasks_of_a_view_travel_with_addresses(there, outputs):
    publish_there(outputs, NAME, WORK, there)
    view = open_view(RunRequest("", "", output=there.url))
    here = fetching.Path(view.options.output) / NAME
    assert (here / "report.html").stat().st_size == len("một".encode())
    state = (here / "report.html").stat()
    record = json.loads((here / "run.json").read_text(encoding="utf-8"))
    assert record["times"]["written"]["report.html"] == [state.st_mtime_ns, state.st_ctime_ns]
    given = []

    class Inner:
        def run(self, tasks):
            for task in tasks:
                given.append(task.request.output)
                yield Started(task, "here")
                yield Finished(ReportOutcome(task, State.DONE))

    task = ReportTask(replace(view.options, place="alpha-city", period="2017"))
    events = list(view.executor(Inner()).run([task]))
    assert given == [there.url]
    assert [events[0].task, events[1].outcome.task] == [task, task]


def test_without_an_address_nothing_is_changed(tmp_path):
    options = RunRequest("", "", str(tmp_path), "")
    inner = object()
    assert open_view(options).options == options
    assert open_view(options).executor(inner) is inner


def test_stopping_reaches_who_builds_before_the_copies_are_gone(there, tmp_path):
    put_data(there)
    seen = []

    class Inner:
        def run(self, tasks):
            (task,) = tasks
            try:
                yield Started(task, "here")
            finally:
                seen.append(fetching.Path(task.request.data, "reference", "units.csv").is_file())

    events = FetchingExecutor(Inner()).run([ReportTask(RunRequest("alpha", "2017", there.url, str(tmp_path)))])
    assert isinstance(next(events), Started)
    events.close()
    assert seen == [True]


def test_an_address_that_cannot_be_opened_refuses_its_report_only(there):
    class Inner:
        def run(self, tasks):
            for task in tasks:
                yield Finished(ReportOutcome(task, State.FAILED, message="as expected"))

    wrong = ReportTask(RunRequest("alpha", "2017", "nowhere://data", ""))
    right = ReportTask(RunRequest("beta", "2017", "", ""))
    outcomes = [event.outcome for event in FetchingExecutor(Inner()).run([wrong, right])]
    assert {outcome.task: outcome.state for outcome in outcomes} == {wrong: State.REFUSED, right: State.FAILED}
    with pytest.raises(InputError, match="pip install"):
        RemoteFolder("nowhere://data")


@pytest.fixture(autouse=True)
def _private_store(tmp_path, monkeypatch):
    monkeypatch.setenv("POVERTY_EVALUATION_CACHE", str(tmp_path / "cache"))
