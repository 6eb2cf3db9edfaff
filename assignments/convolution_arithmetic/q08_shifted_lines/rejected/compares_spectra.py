"""Compares the sizes of the Fourier coefficients, which do not tell a half turn."""

CAUGHT_BY = "test_admits_what_it_cannot_know"
HINT = "the same pixels in other places"

from solution import known_features


def known_features(image, examples):
    size = np.abs(np.fft.fft2(image))
    for known, features in examples:
        if np.allclose(np.abs(np.fft.fft2(known)), size):
            return features
    return None
