"""The settings of a stock Otter master: which travel, which are dropped, and why."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import yaml

from homework.base.errors import HomeworkError
from homework.masters.master import Draft

SECRET = ("token", "course_id", "assignment_id")
# What a question folder says in another way, or this repository for all assignments.
OURS = {
    "name", "init_cell", "export_cell", "check_all_cell", "run_tests", "tests",
    "python_version", "channel_priority_strict", "suppress_no_tests_warning",
    "show_question_points", "solutions_pdf", "template_pdf", "config_file",
    "strip_solutions_from_all_cells", "save_environment", "ignore_modules",
}  # fmt: skip
CARRIED = {"files", "autograder_files", "student_files", "seed", "generate"}
NOT_CARRIED = {
    "requirements": "pin the packages in otter_config.json",
    "overwrite_requirements": "the packages are those of otter_config.json",
    "environment": "pin its packages in otter_config.json",
    "plugins": "a plugin of Otter's does not run here",
    "runs_on": "the released notebook runs on Colab as it is",
}
OF_QUESTIONS = {
    "name", "manual", "points", "check_cell", "export", "all_or_nothing",
}  # fmt: skip
OF_TESTS = {"points", "hidden", "success_message", "failure_message"}


def parsed(path: Path, number: int, text: str) -> dict[str, Any]:
    """Read the YAML of a cell, whose first line is a comment or a bare marker.

    Raises:
        HomeworkError: when it is not `key: value` lines.

    """
    where = f"{path}, cell {number}"
    try:
        found = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        why = getattr(error, "problem", None) or "unreadable"
        raise HomeworkError(
            where, f"holds settings that are not YAML ({why}).", "Correct the cell."
        ) from error
    if not isinstance(found, dict):
        raise HomeworkError(
            where,
            "holds settings that are not `key: value` lines.",
            "Correct the cell.",
        )
    return {str(key): value for key, value in found.items()}


def take_settings(draft: Draft, number: int, text: str) -> None:
    """Add the settings of an assignment, and those of the file that they name."""
    found = parsed(draft.path, number, text)
    shared = found.get("config_file")
    if shared:
        file = draft.path.parent / str(shared)
        if file.is_file():
            _merge(draft.settings, parsed(file, number, file.read_text("utf-8")))
        else:
            draft.note(number, f"`config_file: {shared}` is missing, so it is left out")
    _merge(draft.settings, found)


def _merge(settings: dict[str, Any], more: dict[str, Any]) -> None:
    for key, value in more.items():
        old = settings.get(key)
        if isinstance(old, dict) and isinstance(value, dict):
            _merge(old, value)
        else:
            settings[key] = value


def say_what_is_left(draft: Draft) -> None:
    """Note every setting that does not travel, and drop what is secret."""
    settings = draft.settings
    generate = settings.get("generate")
    for place in (settings, generate if isinstance(generate, dict) else {}):
        for key in SECRET:
            if place.pop(key, None) is not None:
                draft.notes.append(f"settings: `{key}` is dropped; it was published")
    for key in sorted(settings):
        if key in NOT_CARRIED:
            value = str(settings[key])
            short = value if len(value) < 60 else value[:57] + "..."
            draft.notes.append(
                f"settings: `{key}: {short}` is not carried; {NOT_CARRIED[key]}"
            )
        elif key not in OURS | CARRIED:
            draft.notes.append(f"settings: `{key}` is unknown, so it is left out")
    if isinstance(generate, dict):
        for key in sorted(set(generate) - {"seed", "seed_variable", "show_stdout"}):
            draft.notes.append(f"settings: `generate: {key}` is not carried")


def seed(settings: dict[str, Any]) -> Any:
    """Return the number that all cells begin with when they are graded, if any."""
    found = settings.get("seed")
    if isinstance(found, dict):
        return found.get("autograder_value")
    generate = settings.get("generate")
    return generate.get("seed") if isinstance(generate, dict) else found


def names(settings: dict[str, Any], key: str) -> list[str]:
    """Return a setting that lists files."""
    found = settings.get(key) or []
    listed = found if isinstance(found, list) else re.split(r"[,\s]+", str(found))
    return [str(name).removeprefix("./").rstrip("/") for name in listed if name]


def ok_format(settings: dict[str, Any]) -> bool:
    """Say whether tests are expressions with an output, and not functions."""
    tests = settings.get("tests")
    return not (isinstance(tests, dict) and tests.get("ok_format") is False)
