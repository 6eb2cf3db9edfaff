"""Unit by unit, in plain Python lists."""


def forward_pass(x, weights):
    xs = [[1.0, *x]]
    for number, W in enumerate(weights, start=1):
        signals = [
            sum(W[i][j] * value for i, value in enumerate(xs[-1]))
            for j in range(len(W[0]))
        ]
        if number < len(weights):
            signals = [1.0] + [float(np.tanh(s)) for s in signals]
        xs.append(signals)
    return xs
