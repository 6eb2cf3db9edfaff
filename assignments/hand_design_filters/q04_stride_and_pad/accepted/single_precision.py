"""Works in float32, and takes the steps in the loops."""


def conv2d_true(x, h, stride, pad):
    x = np.pad(np.float32(x), [[pad] * 2] * 2)
    h = np.float32(h[::-1][:, ::-1])
    y = []
    for top in range(0, x.shape[0] - h.shape[0] + 1, stride):
        y.append([])
        for left in range(0, x.shape[1] - h.shape[1] + 1, stride):
            window = x[top : top + h.shape[0], left : left + h.shape[1]]
            y[-1].append(np.sum(window * h))
    return np.array(y)
