"""Thư mục ở xa: one folder at an address, with the few things that fetching and publishing need of it.

Object stores know neither folders nor renaming; nothing here relies on either.
"""

from __future__ import annotations

import copy
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from poverty_evaluation.vocabulary.errors import InputError, InputProblem

#: What file systems call the mark of a file's content, where they have one. A time is none: contents may differ.
_MARKS_OF_CONTENT = ("ETag", "etag", "md5Hash", "content_md5")


@dataclass(frozen=True, slots=True)
class FileThere:
    """A file of a remote folder. mark: changes with its content; empty where the store has no such mark."""

    size: int
    mark: str


class RemoteFolder:
    """A folder at an address, for instance `s3://bucket/outputs`. Names below it are written with `/`."""

    def __init__(self, url: str) -> None:
        """InputError when nothing that is installed opens the address."""
        self.url = url.rstrip("/")
        self._files, self._root = _open(self.url)

    def below(self, name: str) -> Self:
        """A folder in this one, through the same connection."""
        folder = copy.copy(self)
        folder.url, folder._root = f"{self.url}/{name}", self._path(name)
        return folder

    def folders(self) -> tuple[str, ...]:
        """The names of the folders directly in this one; none when it is not there."""
        self._files.invalidate_cache()
        try:
            listed = self._files.ls(self._root, detail=True)
        except Exception as error:
            _pass_if_absent(error)
            return ()
        names = (self._name(info["name"]) for info in listed if info["type"] == "directory")
        return tuple(sorted(name for name in names if name and not name.startswith(".")))

    def files(self) -> dict[str, FileThere]:
        """Every file below this folder by name; none when it is not there."""
        self._files.invalidate_cache()
        try:
            found: dict[str, dict[str, Any]] = self._files.find(self._root, detail=True)
        except Exception as error:
            _pass_if_absent(error)
            return {}
        return {
            self._name(path): FileThere(int(info.get("size") or 0), _mark(info))
            for path, info in sorted(found.items())
            if self._name(path)
        }

    def read(self, name: str) -> bytes | None:
        """The content of a file; None when it is not there."""
        try:
            return bytes(self._files.cat_file(self._path(name)))
        except Exception as error:
            _pass_if_absent(error)
            return None

    def write(self, name: str, content: bytes) -> None:
        self._make_room(name)
        self._files.pipe_file(self._path(name), content)

    def fetch(self, name: str, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._files.get_file(self._path(name), str(path))

    def put(self, path: Path, name: str) -> None:
        self._make_room(name)
        self._files.put_file(str(path), self._path(name))

    def remove(self, name: str) -> None:
        """Nothing happens when it is not there."""
        try:
            self._files.rm_file(self._path(name))
        except Exception as error:
            _pass_if_absent(error)

    def remove_all(self) -> None:
        """The folder with everything in it."""
        self._files.invalidate_cache()
        try:
            self._files.rm(self._root, recursive=True)
        except Exception as error:
            _pass_if_absent(error)

    def _make_room(self, name: str) -> None:
        self._files.makedirs(self._path(name).rpartition("/")[0], exist_ok=True)

    def _path(self, name: str) -> str:
        return f"{self._root}/{name}"

    def _name(self, path: str) -> str:
        return path.removeprefix(self._root).strip("/")


def is_url(folder: str) -> bool:
    """Whether a folder is named by an address rather than by a path of this machine."""
    return "://" in folder


def _pass_if_absent(error: Exception) -> None:
    """Raise what is not the absence of a file or folder; FTP tells that by a number."""
    if not isinstance(error, FileNotFoundError) and not (
        type(error).__name__ == "error_perm" and str(error).startswith("550")
    ):
        raise error


def _mark(info: dict[str, Any]) -> str:
    return next((str(info[key]) for key in _MARKS_OF_CONTENT if info.get(key)), "")


def _open(url: str) -> tuple[Any, str]:
    try:
        from fsspec.core import url_to_fs
    except ImportError:
        raise InputError([_cannot_open(url, "fsspec")]) from None
    try:
        # an old connection may have been closed by the server, and a listing is wanted as it is now
        files, path = url_to_fs(url, use_listings_cache=False, skip_instance_cache=True)
    except ImportError as error:  # "Install s3fs to access S3"
        raise InputError([_cannot_open(url, str(error))]) from None
    except ValueError as error:
        raise InputError([_cannot_open(url, str(error))]) from None
    return files, str(path).rstrip("/")


def _cannot_open(url: str, reason: str) -> InputProblem:
    return InputProblem(
        f"một địa chỉ mở được bằng fsspec: {url}",
        f"an address that fsspec opens: {url}",
        f"không mở được ({reason})",
        f"one that it does not ({reason})",
        'Cài gói cần cho địa chỉ ấy, ví dụ: pip install "poverty-evaluation[cluster]" s3fs; hoặc sửa địa chỉ.',
        'Install what that address needs, for instance: pip install "poverty-evaluation[cluster]" s3fs; or mend it.',
    )
