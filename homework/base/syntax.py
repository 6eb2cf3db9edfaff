"""Parse Python, in one thread at a time.

Python 3.11 counts the depth of a tree that it makes for the whole process, so two
threads that parse at once can end with a `SystemError`.
"""

from __future__ import annotations

import ast
import threading

_PARSING = threading.Lock()


def parse(source: str | bytes) -> ast.Module:
    """Parse a module.

    Raises:
        SyntaxError: when it is not Python.

    """
    with _PARSING:
        try:
            return ast.parse(source)
        except SyntaxError as error:
            if error.lineno is None:  # of the character NUL Python says no place
                text = source if isinstance(source, str) else source.decode("latin-1")
                error.lineno = text.partition("\0")[0].count("\n") + 1
            raise
