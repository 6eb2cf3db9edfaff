"""Writes the number of channels into a row of ones."""


def bn_stat_shape(shape, layout):
    out = np.ones(len(shape), dtype=int)
    place = layout.index("C")
    out[place] = shape[place]
    return out
