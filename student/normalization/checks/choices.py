from __future__ import annotations


def assert_choices(
    value, among, *, name, exactly = None
):
    if value is None or value is ...:
        what = "is still `...`" if value is ... else "is not set yet"
        raise AssertionError(f"{name} {what}: write letters in quotes.")
    if not isinstance(value, str | set | frozenset | list | tuple):
        raise AssertionError(
            f"{name} should be letters in quotes, such as {among[0]!r}, "
            f"but is a {type(value).__name__}."
        )
    letters = {str(letter).strip().upper() for letter in value} - {"", ","}
    strange = sorted(letters - set(among))
    if strange or not letters:
        raise AssertionError(
            f"{name} should use the letters {among}, but has {strange or 'none'}."
        )
    if exactly is not None and len(letters) != exactly:
        raise AssertionError(
            f"{name} should name {exactly} letter(s), but names {len(letters)}."
        )
    return letters
