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
# The four rows are the features of `x1`, `x3`, `x2` and `x4`, for weights that are drawn anew each time: hold them against `g3` and `g4`.
# Then change the network as each letter says, and run the cell again: which of the changes make two rows differ that agree now?
