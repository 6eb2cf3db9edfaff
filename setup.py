"""Put what `homework init` copies into the built package; pyproject.toml says the rest.

In a clone, and in an editable installation, those files lie where they are edited.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).parent
COURSE = Path("homework", "course")


class Build(build_py):
    """Build the package, with the files that a new course shares with this one."""

    def run(self) -> None:
        """Copy them beside the module that hands them out."""
        super().run()
        if self.editable_mode:
            return
        listed = ROOT / COURSE / "shared_files.txt"
        for name in listed.read_text(encoding="utf-8").split():
            target = Path(self.build_lib, COURSE, "shared", name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(ROOT / name, target)
        model = ROOT / COURSE / "model"
        shutil.copytree(
            model, Path(self.build_lib, COURSE, "model"), dirs_exist_ok=True
        )


setup(cmdclass={"build_py": Build})
