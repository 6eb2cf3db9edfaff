"""The pages lead where they say, and become a site without a warning."""

from __future__ import annotations

import ast
import importlib
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.samples import ROOT

OURS = {"checks", "deeplearning", "homework", "references", "tests"}
LINK = re.compile(r"\]\(([^)\s]+)\)")
PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/*.md"), *ROOT.glob("benchmarks/*.md")]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    links = [link.partition("#")[0] for link in LINK.findall(text)]
    local = [link for link in links if link and "://" not in link]
    assert [link for link in local if not (page.parent / link).exists()] == []


def test_scripts_that_few_run_import_what_is_there() -> None:
    for path in (*ROOT.glob("docs/*/*.py"), *ROOT.glob("benchmarks/*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                _import(node.module or "", [alias.name for alias in node.names])


def _import(module: str, names: list[str]) -> None:
    if module.partition(".")[0] not in OURS:
        return
    found = importlib.import_module(module)
    for name in names:
        if not hasattr(found, name):
            importlib.import_module(f"{module}.{name}")


@pytest.mark.slow
def test_the_pages_become_a_site(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "-d", str(tmp_path)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    built = subprocess.run(
        command, cwd=ROOT, env=quiet, capture_output=True, text=True, check=False
    )
    assert built.returncode == 0, built.stderr
    reference = (tmp_path / "checks" / "index.html").read_text(encoding="utf-8")
    for name in ("assert_close", "random_cases", "recognise", "hidden"):
        assert f">{name}<" in reference or f".{name}" in reference
