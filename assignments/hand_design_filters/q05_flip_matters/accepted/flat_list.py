"""Half a turn reverses the list of all entries."""


def flip_matters(h):
    entries = list(h.ravel())
    return entries != entries[::-1]
