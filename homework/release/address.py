"""Where student folders are published, as `[student]` in homework.toml says.

Colab opens notebooks of GitHub, and reads their files from GitHub's plain addresses.
Any other address serves the files; the notebook is then uploaded to Colab by hand.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from homework.base.errors import HomeworkError
from homework.base.settings import read_table
from homework.questions.layout import Repository

GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+)/tree/([\w./-]+)")
BADGE = "https://colab.research.google.com/assets/colab-badge.svg"


@dataclass(frozen=True)
class Published:
    """Where students find their folders, and which notebooks want a GPU.

    Attributes:
        address: as homework.toml has it, without a slash at the end; "" for nowhere.
        gpu: names of assignments.

    """

    address: str = ""
    gpu: tuple[str, ...] = ()

    def folder(self, name: str) -> str:
        """Return where an assignment's files can be fetched, or ""."""
        base = GITHUB.sub(r"https://raw.githubusercontent.com/\1/\2", self.address)
        return f"{base}/{name}" if base else ""

    def badge(self, name: str) -> str:
        """Write "Open in Colab" in Markdown; "" where Colab cannot open it."""
        found = GITHUB.fullmatch(self.address)
        if not found:
            return ""
        link = "https://colab.research.google.com/github/{}/blob/{}/{}/{}.ipynb"
        return (
            f"[![Open in Colab]({BADGE})]({link.format(*found.groups(), name, name)})"
        )


def published(root: Path) -> Published:
    """Read homework.toml; without it, nothing is published.

    Raises:
        HomeworkError: when the address is none, or an assignment is unknown.

    """
    path = root / "homework.toml"
    table = read_table(path, "student")
    found = Published(
        str(table.get("address", "")).rstrip("/"), tuple(table.get("gpu", ()))
    )
    where = f"{path}, [student]"
    if found.address and not re.fullmatch(r"https?://[\w.:/~%-]+", found.address):
        raise HomeworkError(
            where,
            f"has the address '{found.address}', which is none.",
            'Write one such as "https://github.com/OWNER/REPO/tree/BRANCH/student".',
        )
    if found.address.startswith("https://github.com/") and not found.badge(""):
        raise HomeworkError(
            where,
            f"has the address '{found.address}', which names no branch.",
            'Write "https://github.com/OWNER/REPO/tree/BRANCH/student".',
        )
    known = {assignment.name for assignment in Repository(root).assignments()}
    unknown = sorted(set(found.gpu) - known)
    if unknown:
        raise HomeworkError(
            where, f"names no assignment '{unknown[0]}'.", "Mend its list `gpu`."
        )
    return found
