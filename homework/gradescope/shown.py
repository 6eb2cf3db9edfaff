"""What Gradescope shows of a results.json, to students and to staff."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

STUDENT, STAFF = "student", "staff"
VISIBLE = "visible"


def shown(results: dict[str, Any], who: str) -> str:
    """Write a results.json as one of them reads it.

    Args:
        results: what `run_autograder` wrote.
        who: STUDENT, before grades are published, or STAFF.

    """
    is_staff = who == STAFF
    parts = [_total(results, is_staff)]
    if is_staff or results.get("visibility", VISIBLE) == VISIBLE:
        parts.append(str(results.get("output", "")))
        tests = results["tests"]
        parts += (_test(test) for test in tests if is_staff or _is_visible(test))
    if is_staff:
        parts += _leaderboard(results)
        extra = json.dumps(results.get("extra_data", {}), indent=1, ensure_ascii=False)
        parts.append(f"For staff only:\n{extra}")
    return "\n\n".join(filter(None, parts)) + "\n"


def _is_visible(test: dict[str, Any]) -> bool:
    return bool(test.get("visibility", VISIBLE) == VISIBLE)


def _total(results: dict[str, Any], is_staff: bool) -> str:
    """Gradescope shows no total as long as a test is hidden: it would give it away."""
    tests = results["tests"]
    if not (is_staff or all(map(_is_visible, tests))):
        return "Total: - (when grades are published)"
    given = sum(test.get("score", 0) for test in tests)
    possible = sum(test.get("max_score", 0) for test in tests)
    return f"Total: {results.get('score', given):g} / {possible:g}"


def _test(test: dict[str, Any]) -> str:
    points = ""
    if "score" in test:
        points = f" ({test['score']:g} / {test.get('max_score', 0):g})"
    seen = "" if _is_visible(test) else " [students see it when published]"
    head = f"{test['number']}) {test['name']}{points}: {test['status']}{seen}"
    body = "\n".join(f"    {line}" for line in str(test["output"]).splitlines())
    return f"{head}\n{body}" if body else head


def _leaderboard(results: dict[str, Any]) -> Iterator[str]:
    board = results.get("leaderboard", ())
    rows = [f"    {each['name']}: {each['value']}" for each in board]
    if rows:
        yield "\n".join(["Leaderboard:", *rows])
