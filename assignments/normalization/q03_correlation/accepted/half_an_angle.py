"""Half the angle whose cosine is the correlation; statements as a list."""


def contour_axes(rho, k):
    half = np.arccos(np.abs(rho)) / 2
    return np.array([np.cos(half), np.sin(half)]) * np.sqrt(2) * k


correlation_facts = ["F", "C", "B"]
