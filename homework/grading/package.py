"""A zip for Gradescope, taken apart: what the tests may see, what students may see."""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from homework.base.errors import HomeworkError
from homework.grading.notebook import Untouched

SECRET = ("references", "hidden")  # folders of `files/` that only the grader has
SETTINGS = "grading.json"


@dataclass(frozen=True)
class Package:
    """One assignment's zip, unpacked.

    Attributes:
        assignment: its name.
        trusted: folder with ``tests`` and ``files``.
        public: folder with what students have of ``files``.
        questions: the names of the tests, in order.
        digest: SHA-256 of the zip, as hexadecimal digits.
        config: Otter's configuration.
        settings: limits and times that the zip carries, by name.
        preload: modules that the student's process will need.
        packages: that answers may import; ``None`` for all that are installed.
        secret: what only who has the hidden tests can compute.
        untouched: what students start from; ``None`` when the zip does not say.

    """

    assignment: str
    trusted: Path
    public: Path
    questions: tuple[str, ...]
    digest: str
    config: dict[str, Any]
    settings: dict[str, Any]
    preload: tuple[str, ...]
    packages: tuple[str, ...] | None = None
    untouched: Untouched | None = None
    secret: bytes = b""

    def seed(self, notebook: bytes) -> int:
        """Return the seed of a submission's hidden cases.

        It is the same each time, and nobody can compute it from the notebook alone.
        """
        digest = hmac.digest(self.secret, notebook, "sha256")
        return int.from_bytes(digest[:4], "big")


def assignment_of(archive: Path) -> str:
    """Return the assignment of a zip, as `unpack` does, without unpacking it."""
    with zipfile.ZipFile(archive) as opened:
        return _named(json.loads(opened.read("otter_config.json")), archive)


def _named(config: dict[str, Any], archive: Path) -> str:
    return str(config.get("assignment_name") or archive.stem)


def unpack(archive: Path, folder: Path, group: int | None = None) -> Package:
    """Unpack a zip into an empty folder.

    Nobody may write to what only graders may read.

    Args:
        archive: the zip.
        folder: where to.
        group: as root, the group that may read what only graders may.

    Raises:
        HomeworkError: when it is not a zip of one assignment.

    """
    try:
        with zipfile.ZipFile(archive) as opened:
            entries = {
                info.filename: opened.read(info)
                for info in opened.infolist()
                if not info.is_dir()
            }
        config = json.loads(entries["otter_config.json"])
        settings = json.loads(entries.get(SETTINGS, b"{}"))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise HomeworkError(
            archive,
            f"is no zip for Gradescope ({type(error).__name__}: {error}).",
            "Build one with `homework release`, or name another.",
        ) from error
    tests = [name for name in entries if _is_test(name)]
    if not tests:
        raise HomeworkError(
            archive,
            "has no tests of its own.",
            "Name the zip of one assignment; a homework of several is graded by each.",
        )
    trusted, public = folder / "trusted", folder / "public"
    for name, data in entries.items():
        top, _, rest = name.partition("/")
        if top in ("files", "tests") and ".." not in Path(name).parts:
            _write(trusted / name, data)
            if top == "files" and rest.partition("/")[0] not in SECRET:
                _write(public / rest, data)
    (trusted / "files").mkdir(parents=True, exist_ok=True)
    public.mkdir(exist_ok=True)
    _open_to_all(public)
    _close(trusted, group)
    return Package(
        _named(config, archive),
        trusted,
        public,
        tuple(sorted(Path(name).stem for name in tests)),
        hashlib.sha256(archive.read_bytes()).hexdigest(),
        config,
        settings,
        tuple(settings.get("preload", ())),
        tuple(settings["packages"]) if "packages" in settings else None,
        Untouched(**settings["untouched"]) if "untouched" in settings else None,
        hashlib.sha256(b"".join(entries[name] for name in sorted(tests))).digest(),
    )


def _close(folder: Path, group: int | None) -> None:
    for path in (folder, *folder.rglob("*")):
        if group is not None:
            os.chown(path, 0, group)
        path.chmod(0o550 if path.is_dir() else 0o440)


def _is_test(name: str) -> bool:
    return name.startswith("tests/") and name.endswith(".py")


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    path.chmod(0o644)


def _open_to_all(folder: Path) -> None:
    """Let the student's process in, whatever the caller's umask is."""
    for each in (folder, *folder.rglob("*")):
        if each.is_dir():
            each.chmod(0o755)
