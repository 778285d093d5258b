"""Every run builds in a folder of its own, and nothing of a dead run stays."""

import subprocess
import sys

import pytest

from poverty_evaluation.operations.staging import STAGING, clean_dead_staging, staging_folder

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
    (left,) = (tmp_path / STAGING).iterdir()
    with staging_folder(tmp_path, "alive") as alive:
        assert clean_dead_staging(tmp_path) == [left.name]
        assert alive.is_dir()
    assert not left.exists()


def test_nothing_to_clear_where_nothing_was_built(tmp_path):
    assert clean_dead_staging(tmp_path) == []
