# %% tags=["otter_ignore"]
def convolve_circularly(maps, filters):
    # The product of two Fourier transforms is that of a circular convolution.
    spectrum = np.fft.fft2(filters, (8, 8)) * np.fft.fft2(maps)
    return np.fft.ifft2(spectrum.sum(axis=1)).real


rng = np.random.default_rng()
W1, W2 = rng.normal(size=(3, 1, 3, 3)), rng.normal(size=(3, 3, 3, 3))
for image in (x1, x3, x2, x4):
    maps = np.maximum(convolve_circularly(image, W1), 0)
    maps = np.maximum(convolve_circularly(maps, W2), 0)
    print(maps.mean(axis=(1, 2)).round(4))

# %% [markdown]
# Rows 1 and 2 agree, and so do rows 3 and 4, whatever the random weights are.
# The convolutions shift their maps with the image (equivariance), and the mean over all positions forgets where (invariance).
#
# Change B is easily overlooked, and textbook exercises have been built on it.
# With a kernel of 2 and padding on every side, each map grows by a row and a column, so GAP counts some positions twice.
