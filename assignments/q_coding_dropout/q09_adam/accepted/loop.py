"""Adds up one input after the other; passes a list of parameters."""


def adam_solution(x, y):
    total = 0.0
    for value in x:
        total += abs(value)
    return [y / total if value > 0 else -y / total for value in x]


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    net = linear_net(X.size(1))
    train(net, X, Y, optimizer_class([*net.parameters()], lr=learning_rate), steps)
    return net.weight.data[0].numpy()


adam_claims = "CA"
