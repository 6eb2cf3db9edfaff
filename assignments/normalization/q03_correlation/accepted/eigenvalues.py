"""Lets numpy find the eigenvalues; statements as a set."""


def contour_axes(rho, k):
    values = np.linalg.eigvalsh(np.array([[1, rho], [rho, 1]]))
    return tuple(k * np.sqrt(values[::-1]))


correlation_facts = {"F", "B", "C"}
