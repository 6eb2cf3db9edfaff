from __future__ import annotations


import numpy as np


ROUNDING = 1e-12


def recognise(
    seen,
    mistakes,
    *,
    rtol = 1e-6,
):
    measured = np.asarray(seen, dtype=np.float64)
    found: dict[str, float] = {}
    for hint, trace in mistakes:
        left = np.asarray(trace, dtype=np.float64)
        if left.shape == measured.shape and equal(measured, left, rtol=rtol):
            distance = max(_distance(measured, left), ROUNDING)
            found[hint] = min(distance, found.get(hint, np.inf))
    nearest = min(found.values(), default=0.0)
    fitting = [hint for hint, distance in found.items() if distance < 100 * nearest]
    return fitting[0] if len(fitting) == 1 else None


def _distance(a, b):
    return float(np.abs(a - b).max(initial=0.0)) / (_largest(a, b) or 1.0)


def _largest(a, b):
    return max(float(np.abs(a).max(initial=0.0)), float(np.abs(b).max(initial=0.0)))


def equal(a, b, *, rtol = 1e-6):
    atol = rtol * _largest(a, b)
    return bool(np.isfinite(a).all() and np.allclose(a, b, rtol=0, atol=atol))
