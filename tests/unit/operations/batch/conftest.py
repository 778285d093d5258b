import pytest
from small_project import SmallProject


@pytest.fixture
def project(tmp_path, monkeypatch) -> SmallProject:
    """A small project in which nothing has been built, entered by `cd`."""
    monkeypatch.chdir(tmp_path)
    return SmallProject(tmp_path).set_up()
