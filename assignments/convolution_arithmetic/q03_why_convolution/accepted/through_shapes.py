"""By the sizes of the two maps; small letters with commas."""


def dense_params(c_in, c_out, height, width):
    return math.prod((c_in, c_out)) * math.prod((height, width)) ** 2


good_reasons = "g, e, c, a"
