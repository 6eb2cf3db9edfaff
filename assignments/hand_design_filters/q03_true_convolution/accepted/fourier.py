"""The convolution theorem, then the valid part of the full output."""


def convolve_valid(x, h):
    (H, W), (K, M) = x.shape, h.shape
    size = (H + K - 1, W + M - 1)
    spectrum = np.fft.rfft2(x.astype(float), size) * np.fft.rfft2(h, size)
    return np.fft.irfft2(spectrum, size)[K - 1 : H, M - 1 : W]
