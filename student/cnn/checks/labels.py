from __future__ import annotations


def public(*, points):
    return _label(points, is_hidden=False)


def hidden(*, points):
    return _label(points, is_hidden=True)


def _label(points, *, is_hidden):
    def mark(test):
        test.__dict__.update(points=points, hidden=is_hidden)
        return test

    return mark
