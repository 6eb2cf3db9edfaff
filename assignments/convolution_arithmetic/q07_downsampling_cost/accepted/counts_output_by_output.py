"""Loops over the outputs; pool_savings as an array."""


def conv_macs(c_in, c_out, height, width, kernel):
    macs = 0
    for _ in range(c_out):
        for _ in range(height * width):
            macs += c_in * kernel**2
    return macs


area = (32 * 32) / (16 * 16)
pool_savings = np.array([area, area / 2, area / (2 * 2)])
