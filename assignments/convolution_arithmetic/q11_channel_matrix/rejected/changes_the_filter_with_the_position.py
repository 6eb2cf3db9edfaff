"""Uses the last filter from the second row on."""

CAUGHT_BY = "test_agrees_with_torch"
HINT = "hold the same filter"


def conv1d_matrix(w, length):
    c_out, c_in, K = w.shape
    places = length - K + 1
    A = np.zeros((c_out * places, c_in * length))
    for o in range(c_out):
        for place in range(places):
            for i in range(c_in):
                A[o * places + place, i * length + place : i * length + place + K] = w[
                    -1 if place else o, i
                ]
    return A
