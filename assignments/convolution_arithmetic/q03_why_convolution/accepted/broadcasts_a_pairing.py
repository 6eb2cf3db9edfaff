"""Counts the entries of a table of pairs, made by broadcasting without memory."""


def dense_params(c_in, c_out, height, width):
    inputs = np.broadcast_to(0, (1, c_in * height * width))
    outputs = np.broadcast_to(0, (c_out * height * width, 1))
    return np.float64(np.broadcast(inputs, outputs).size)


good_reasons = ["A", "C", "E", "G"]
