from __future__ import annotations

import textwrap

WIDTH = 72


def in_columns(text):
    return "\n".join(map(_broken, text.split("\n")))


def _broken(line):
    indent = line[: len(line) - len(line.lstrip())]
    return textwrap.fill(
        line.lstrip(),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent,
        break_long_words=False,
        break_on_hyphens=False,
    )
