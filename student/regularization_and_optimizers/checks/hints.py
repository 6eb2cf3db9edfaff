from __future__ import annotations


import numpy as np


def _largest(a, b):
    return max(float(np.abs(a).max(initial=0.0)), float(np.abs(b).max(initial=0.0)))


def equal(a, b, *, rtol = 1e-6):
    atol = rtol * _largest(a, b)
    return bool(np.isfinite(a).all() and np.allclose(a, b, rtol=0, atol=atol))
