from __future__ import annotations

import inspect

import numpy as np

from checks.answers import Function


def in_either_world(
    env, given, check
):
    earlier = {
        name: mended(Function(name, env.names.get(name)), right)
        for name, right in given.items()
    }
    try:
        with env.standing_on(**earlier):
            return check()
    except AssertionError as complaint:
        if complaint.__cause__ is None:
            raise
    return check()


def mended(own, right):
    takes = inspect.signature(right).bind

    def answer(*args, **kwargs):
        try:
            takes(*args, **kwargs)
        except TypeError:
            return own(*args, **kwargs)
        truth = right(*args, **kwargs)
        try:
            value = own(*args, **kwargs)
        except AssertionError:
            return truth
        return value if _alike(value, truth) else truth

    return answer


def _alike(value, truth):
    try:
        one, other = np.asarray(value, np.float64), np.asarray(truth, np.float64)
    except (TypeError, ValueError):
        return False
    return one.shape == other.shape and np.allclose(one, other, rtol=1e-7, atol=1e-9)
