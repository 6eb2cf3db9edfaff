"""Makes the arrays and asks for their size."""


def separable_params(c_in, c_out, kernel, depthwise_bias=False, pointwise_bias=False):
    arrays = [np.zeros((c_in, 1, *kernel)), np.zeros((c_out, c_in, 1, 1))]
    if depthwise_bias:
        arrays.append(np.zeros(c_in))
    if pointwise_bias:
        arrays.append(np.zeros(c_out))
    return sum(a.size for a in arrays)
