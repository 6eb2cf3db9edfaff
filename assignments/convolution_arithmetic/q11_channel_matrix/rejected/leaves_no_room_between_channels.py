"""Puts the channels as many columns apart as there are outputs."""

CAUGHT_BY = "test_agrees_with_torch"
HINT = "how many columns belong"


def conv1d_matrix(w, length):
    c_out, c_in, K = w.shape
    places = length - K + 1
    A = np.zeros((c_out * places, c_in * length))
    for o in range(c_out):
        for place in range(places):
            for i in range(c_in):
                start = i * places + place
                A[o * places + place, start : start + K] = w[o, i]
    return A
