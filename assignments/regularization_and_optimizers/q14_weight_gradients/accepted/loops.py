"""Weight by weight."""


def weight_gradients(xs, deltas):
    gradients = []
    for inputs, delta in zip(xs, deltas):
        gradient = np.zeros((len(inputs), len(delta)))
        for i, x in enumerate(inputs):
            for j, d in enumerate(delta):
                gradient[i, j] = x * d
        gradients.append(gradient)
    return gradients
