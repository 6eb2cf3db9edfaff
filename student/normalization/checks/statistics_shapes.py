from __future__ import annotations


from checks.closeness import Hint, as_numbers


def assert_lines_up(
    value, expected, *, name, hint = None
):
    given = as_numbers(value, name=name)
    if given.ndim != 1 or any(size != int(size) or size < 0 for size in given):
        raise AssertionError(
            f"{name} should be a tuple of whole numbers, one an axis, but is {value!r}."
        )
    shape = tuple(int(size) for size in given)
    padded = (1,) * (len(expected) - len(shape)) + shape
    if padded != expected:
        found = hint(given) if callable(hint) else hint
        raise AssertionError(
            f"{name} is {shape}, which is not right."
            + (f" Hint: {found}" if found else "")
        )
