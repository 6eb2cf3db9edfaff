"""Only the image itself has the largest circular correlation with itself."""


def known_features(image, examples):
    spectrum = np.fft.fft2(image)
    for known, features in examples:
        score = np.fft.ifft2(spectrum * np.conj(np.fft.fft2(known))).real
        down, right = np.unravel_index(score.argmax(), score.shape)
        if np.allclose(np.roll(known, (down, right), (0, 1)), image):
            return list(features)
    return None


g3, g4 = np.array([0.82, 0.10, 0.37]), (0.05, 0.64, 0.91)
breaks_the_rule = "ABDF"
