from __future__ import annotations


def assert_edges(value, nodes, *, name):
    unanswered = isinstance(value, set | frozenset | list | tuple) and ... in value
    if value is None or value is ... or unanswered:
        dots = "" if value is None else ": there is still a `...` to replace"
        raise AssertionError(f"{name} is not set yet{dots}.")
    if not isinstance(value, set | frozenset | list | tuple):
        kind = type(value).__name__
        raise AssertionError(f"{name} should be a set of pairs, but is a {kind}.")
    if not value:
        raise AssertionError(f"{name} has no arrow yet.")
    spelling = {
        _plain(word): node for node, words in nodes.items() for word in (node, *words)
    }
    return {_arrow(item, spelling, name) for item in value}


def _arrow(item, spelling, name):
    pair = item.replace("→", "->").split("->") if isinstance(item, str) else item
    if not isinstance(pair, tuple | list) or len(pair) != 2:
        raise AssertionError(
            f"{name} should hold pairs such as ('A', 'B') for an arrow from A to B, "
            f"but holds {item!r}."
        )
    start, end = (spelling.get(_plain(word)) for word in pair)
    if start is None or end is None:
        known = ", ".join(dict.fromkeys(spelling.values()))
        raise AssertionError(
            f"{name} has the arrow {item!r}, but the nodes are called {known}."
        )
    return start, end


def _plain(word):
    kept = str(word).lower().replace("²", "2").replace("\u0302", "hat")
    return "".join(letter for letter in kept if letter.isalnum())
