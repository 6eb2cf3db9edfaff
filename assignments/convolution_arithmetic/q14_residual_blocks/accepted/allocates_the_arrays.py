"""Makes all arrays and adds their sizes."""


def block(*layers):
    total = 0
    for c_in, c_out, k in layers:
        w, bias = np.empty((c_out, c_in, k, k)), np.empty(c_out)
        gamma, beta = np.ones(c_out), np.zeros(c_out)
        total += sum(a.size for a in (w, bias, gamma, beta))
    return total


def standard_block_params(channels):
    return block((channels, channels, 3), (channels, channels, 3))


def bottleneck_params(channels, squeezed):
    C, S = channels, squeezed
    return block((C, S, 1), (S, S, 3), (S, C, 1))
