"""Every run builds in a folder of its own, and nothing of a dead run stays."""

import os
import subprocess
import sys

import pytest

from poverty_evaluation.operations.staging import KEPT_ASIDE, NOTES, STAGING, clean_dead_staging, staging_folder

KILLED = """
import os, sys
from pathlib import Path
from poverty_evaluation.operations.staging import staging_folder
with staging_folder(Path(sys.argv[1]), "dead") as folder:
    (folder / "half").write_text("x")
    os.kill(os.getpid(), 9)
"""


def test_a_staging_folder_lives_as_long_as_its_run(tmp_path):
    with staging_folder(tmp_path, "alpha-2017") as folder:
        assert folder.parent == tmp_path / STAGING
        with staging_folder(tmp_path, "alpha-2017") as other:
            assert other != folder
        assert clean_dead_staging(tmp_path) == []
        assert folder.is_dir()
    assert not folder.exists()


def test_a_failed_run_leaves_no_staging(tmp_path):
    with pytest.raises(ValueError, match="broken"), staging_folder(tmp_path, "alpha-2017"):
        raise ValueError("broken")
    assert list((tmp_path / STAGING).iterdir()) == []


def test_what_a_killed_run_leaves_is_cleared_away_by_the_next(tmp_path):
    ended = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path)], check=False)
    assert ended.returncode == -9
    (left,) = (tmp_path / STAGING).glob("*/")
    with staging_folder(tmp_path, "alive") as alive:
        assert clean_dead_staging(tmp_path) == [left.name]
        assert alive.is_dir()
    assert list((tmp_path / STAGING).iterdir()) == []


def test_nothing_to_clear_where_nothing_was_built(tmp_path):
    assert clean_dead_staging(tmp_path) == []


KILLED_EARLY = """
import os, sys
from pathlib import Path
Path.mkdir = lambda *_, **__: os.kill(os.getpid(), 9)
from poverty_evaluation.operations.staging import private_folder
with private_folder(Path(sys.argv[1]), "dead"):
    pass
"""


def test_a_run_killed_before_it_had_its_folder_leaves_nothing_either(tmp_path):
    staging = tmp_path / STAGING
    staging.mkdir()
    ended = subprocess.run([sys.executable, "-c", KILLED_EARLY, str(staging)], check=False)
    assert ended.returncode == -9
    (left,) = staging.iterdir()
    assert left.is_file()
    assert clean_dead_staging(tmp_path) == []
    assert not left.exists()


def test_a_folder_that_nobody_holds_is_dead(tmp_path):
    """The lock is there before its folder, so no run is ever without it."""
    left = tmp_path / STAGING / "alpha-2017-0123"
    left.mkdir(parents=True)
    aside = tmp_path / STAGING / f"{KEPT_ASIDE}0123"
    aside.mkdir()
    assert clean_dead_staging(tmp_path) == [left.name]
    assert list((tmp_path / STAGING).iterdir()) == [aside]


def test_the_notes_of_a_batch_on_many_machines_stay_until_they_are_old(tmp_path):
    notes = tmp_path / STAGING / f"{NOTES}0123"
    notes.mkdir(parents=True)
    assert clean_dead_staging(tmp_path) == []
    assert notes.exists()
    os.utime(notes, (0, 0))
    clean_dead_staging(tmp_path)
    assert not notes.exists()


def test_half_a_lock_goes_when_it_is_old(tmp_path):
    half = tmp_path / STAGING / "alpha-2017-0123.alive.coming"
    half.parent.mkdir()
    half.touch()
    clean_dead_staging(tmp_path)
    assert half.exists()
    os.utime(half, (0, 0))
    clean_dead_staging(tmp_path)
    assert not half.exists()


MANY = """
import sys
from pathlib import Path
from poverty_evaluation.operations.staging import clean_dead_staging, staging_folder
for _ in range(100):
    clean_dead_staging(Path(sys.argv[1]))
    with staging_folder(Path(sys.argv[1]), "one") as folder:
        (folder / "file").write_text("x")
        clean_dead_staging(Path(sys.argv[1]))
        assert (folder / "file").read_text() == "x"
"""


def test_many_runs_clear_up_at_once(tmp_path):
    runs = [subprocess.Popen([sys.executable, "-c", MANY, str(tmp_path)]) for _ in range(4)]
    assert [run.wait() for run in runs] == [0] * 4
    assert list((tmp_path / STAGING).iterdir()) == []
