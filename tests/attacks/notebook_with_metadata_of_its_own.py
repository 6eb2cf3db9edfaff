"""Hands in a notebook whose metadata name tests, points, kernels and another format."""

import json
from pathlib import Path

NEEDS = "nothing"
SEEN = "graded"
STATUS = "graded"


def hand_in(folder: Path, notebook: bytes) -> Path:
    made = folder / "bn_drop.ipynb"
    content = json.loads(notebook)
    content["nbformat"], content["nbformat_minor"] = 3, 10**9
    content["metadata"] = {
        "otter": {
            "assignment_name": "bn_drop",
            "OK_FORMAT": True,
            "tests": {"naive_number": {"points": 1000, "suites": []}},
            "require_no_pdf_confirmation": True,
        },
        "kernelspec": {"name": "../../bin/sh", "display_name": "x", "language": "sh"},
        "results": {"score": 1000},
    }
    names = ["naive_number", "naive_number", "nonsense", "../../x", "__init__"]
    extra = {
        "cell_type": "markdown",
        "source": "",
        "metadata": {"otter": {"tests": names}},
    }
    content["cells"].append(extra)
    made.write_text(json.dumps(content))
    return made
