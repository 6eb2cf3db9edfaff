"""Trains a second time."""

CAUGHT_BY = "test_asks_for_the_optimizer"
HINT = "all the steps by itself"

from solution import adam_solution, adam_claims


def final_weights(X, Y, optimizer_class, steps, learning_rate=1e-3):
    net = linear_net(X.shape[1])
    optimizer = optimizer_class(net.parameters(), lr=learning_rate)
    train(net, X, Y, optimizer, steps)
    train(net, X, Y, optimizer, steps)
    return net.weight.detach().numpy()[0]
