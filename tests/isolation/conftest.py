"""A small project of its own for each test."""

import pytest
from small_project import SmallProject


@pytest.fixture
def project(tmp_path, monkeypatch) -> SmallProject:
    """A project in which nothing has been built; the present folder lies in it."""
    monkeypatch.chdir(tmp_path)
    return SmallProject(tmp_path).set_up()
