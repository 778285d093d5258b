"""Công bố: a finished report takes the place of the earlier one as a whole, or not at all.

The earlier folder is renamed aside, the new one renamed into its place, then the earlier one removed. A run that
is killed between the two renames leaves the earlier report aside; `recover` puts it back. Many runs publish below the
same outputs at once: only the renames are done one run at a time, nobody waits for the removal of files.
"""

from __future__ import annotations

import os
import shutil
import uuid
from dataclasses import dataclass
from pathlib import Path

from poverty_evaluation.operations.requests import PRELIMINARY_FOLDER
from poverty_evaluation.operations.staging import KEPT_ASIDE, STAGING, locked
from poverty_evaluation.vocabulary.choices import Language

_GONE = "gone-"  # begins the name of what is set aside and no longer needed, before it is removed
#: Files that exist once per language; all others belong to both.
_STEMS_BY_LANGUAGE = ("report", "working-paper", "tables", "forms", "evaluation", "compare")
_FOLDER_BY_LANGUAGE = "executed"


@dataclass(frozen=True, slots=True)
class CarriedOver:
    """A file of the earlier publication that stays beside the new ones: another language's, or another vintage's."""

    source: Path
    name: str


def carried_over(target: Path, language: Language) -> list[CarriedOver]:
    """What the publication at `target` holds that a run in `language` does not build anew."""
    if not target.is_dir():
        return []
    kept = []
    for path in sorted(target.rglob("*")):
        name = path.relative_to(target).as_posix()
        if path.is_file() and (name.startswith(f"{PRELIMINARY_FOLDER}/") or _is_of_another_language(name, language)):
            kept.append(CarriedOver(path, name))
    return kept


def publish(ready: Path, target: Path, outputs: Path) -> None:
    """Put the folder `ready` in the place of `target`; OSError leaves the earlier publication as it was.

    Both lie below `outputs`, on one file system.
    """
    with locked(outputs):
        _recover(outputs)
        target.parent.mkdir(parents=True, exist_ok=True)
        aside = outputs / STAGING / f"{KEPT_ASIDE}{uuid.uuid4().hex[:8]}" / target.relative_to(outputs)
        had_one = target.exists()
        if had_one:
            aside.parent.mkdir(parents=True)
            os.rename(target, aside)
        try:
            os.rename(ready, target)
        except BaseException:
            if had_one:
                os.rename(aside, target)
            raise
        gone = _give_up(_aside_root(aside, outputs)) if had_one else None
    if gone is not None:
        shutil.rmtree(gone, ignore_errors=True)


def recover(outputs: Path) -> list[Path]:
    """Put back what a publication killed halfway had set aside; the folders put back."""
    staging = outputs / STAGING
    restored = []
    if any(staging.glob(f"{KEPT_ASIDE}*")):
        with locked(outputs):
            restored = _recover(outputs)
    for gone in staging.glob(f"{_GONE}*"):
        shutil.rmtree(gone, ignore_errors=True)
    return restored


def _recover(outputs: Path) -> list[Path]:
    restored = []
    for root in sorted((outputs / STAGING).glob(f"{KEPT_ASIDE}*")):
        for aside in _published_folders(root):
            target = outputs / aside.relative_to(root)
            if not target.exists():
                target.parent.mkdir(parents=True, exist_ok=True)
                os.rename(aside, target)
                restored.append(target)
        _give_up(root)
    return restored


def _give_up(root: Path) -> Path:
    """Rename what was set aside, so that nobody puts it back while, or after, it is removed; where it is now."""
    gone = root.with_name(f"{_GONE}{uuid.uuid4().hex[:8]}")
    os.rename(root, gone)
    return gone


def _published_folders(root: Path) -> list[Path]:
    """`<place>/<period>` or `<place>/<period>/so-bo` below a folder of things set aside."""
    found = []
    for period in root.glob("*/*"):
        holds_only_preliminary = [item.name for item in period.iterdir()] == [PRELIMINARY_FOLDER]
        found.append(period / PRELIMINARY_FOLDER if holds_only_preliminary else period)
    return found


def _aside_root(aside: Path, outputs: Path) -> Path:
    depth = len(aside.relative_to(outputs / STAGING).parts)
    return aside.parents[depth - 2]


def _is_of_another_language(name: str, language: Language) -> bool:
    folder, _, base = name.rpartition("/")
    if folder != _FOLDER_BY_LANGUAGE and (folder or base.split(".")[0] not in _STEMS_BY_LANGUAGE):
        return False
    marks = base.split(".")[1:-1]
    own = next((mark for mark in marks if mark in tuple(Language)), str(Language.VI))
    return own != language
