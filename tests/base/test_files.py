"""Files are written whole, or an error says which one was not."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from homework.base.files import write_text


def test_an_error_names_the_file_and_not_what_is_written_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def denied(**_: object) -> None:
        raise PermissionError(13, "Permission denied", ".writing-1.abc")

    monkeypatch.setattr(tempfile, "mkstemp", denied)
    with pytest.raises(PermissionError) as raised:
        write_text(tmp_path / "scores.csv", "x")
    assert raised.value.filename == str(tmp_path / "scores.csv")
