"""Môi trường đo: the environment with JupyterLab and the one with WeasyPrint, made once below the cache folder."""

from __future__ import annotations

import hashlib
import importlib.util
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from batch_parts.setting import Setting
from measuring import ROOT

_WITH_LAB, _WITH_WEASYPRINT = "with-jupyterlab", "weasyprint"
_READY = "ready.txt"


def has_lab_here() -> bool:
    """Whether JupyterLab stands in the environment of this process, which then is no environment without it."""
    return importlib.util.find_spec("jupyterlab") is not None


def with_lab(setting: Setting) -> Path | None:
    """The programs of an environment that has what ours has, and JupyterLab; None where it cannot be made."""
    requirements = ROOT / "requirements"
    files = ["-r", str(requirements / "run.txt"), "-r", str(requirements / "lab.txt")]
    return _environment(setting.folder / _WITH_LAB, files, _our_package)


def with_weasyprint(setting: Setting) -> Path | None:
    return _environment(setting.folder / _WITH_WEASYPRINT, ["weasyprint"], lambda pip, folder: None)


def _environment(folder: Path, wanted: Sequence[str], finish: Callable[[Sequence[str], Path], None]) -> Path | None:
    programs, ready, stamp = folder / "bin", folder / _READY, _stamp(wanted)
    if ready.is_file() and ready.read_text(encoding="utf-8") == stamp:
        return programs
    print(f"making {folder} …", file=sys.stderr, flush=True)
    pip = [str(programs / "python"), "-m", "pip", "--disable-pip-version-check", "--quiet"]
    try:
        if not (programs / "python").exists():
            _do([sys.executable, "-m", "venv", str(folder)])
        _do([*pip, "install", *wanted])
        finish(pip, folder)
    except (subprocess.CalledProcessError, OSError) as error:
        print(f"{folder} could not be made: {error}", file=sys.stderr)
        return None
    ready.write_text(stamp, encoding="utf-8")
    return programs


def _stamp(wanted: Sequence[str]) -> str:
    """What was asked for, and the contents of the lists among it."""
    lists = [Path(name).read_bytes() for name in wanted if Path(name).is_file()]
    return hashlib.sha256(b"\n".join([*(name.encode() for name in wanted), *lists])).hexdigest()


def _our_package(pip: Sequence[str], folder: Path) -> None:
    """The package for its exporters; from a copy, for building it leaves files beside its source."""
    copy = folder / "package"
    shutil.rmtree(copy, ignore_errors=True)
    copy.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE"):
        shutil.copy2(ROOT / name, copy / name)
    shutil.copytree(ROOT / "lib", copy / "lib", ignore=shutil.ignore_patterns("__pycache__", "*.egg-info"))
    _do([*pip, "install", "--no-deps", str(copy)])


def _do(command: Sequence[str]) -> None:
    subprocess.run(list(command), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
