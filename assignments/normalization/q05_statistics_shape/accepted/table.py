"""One rule a layout, without the ones in front."""


def bn_stat_shape(shape, layout):
    if layout == "NC":
        return (shape[1],)
    if layout == "NCHW":
        return [shape[1], 1, 1]
    return (shape[-1],)
