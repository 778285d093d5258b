import pytest
from small_project import SmallProject


@pytest.fixture(scope="session")
def built_once(tmp_path_factory) -> SmallProject:
    """A small project with one report, built in all stages."""
    project = SmallProject(tmp_path_factory.mktemp("built")).set_up()
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(project.root)
        project.build()
    return project


@pytest.fixture
def project(built_once, tmp_path, monkeypatch) -> SmallProject:
    """A copy of it, entered by `cd`."""
    monkeypatch.chdir(tmp_path)
    return built_once.copy_to(tmp_path)
