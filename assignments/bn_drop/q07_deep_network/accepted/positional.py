"""Arguments by their place, the history as a tuple, and a choice with a comma."""

HIDDEN, RATE, EPOCHS = 5 * (100,), 1e-3, 8


def run(net, data, seed):
    solver = Solver(net, data, "adam", {"learning_rate": RATE}, 1.0, 50, EPOCHS, seed)
    solver.verbose = False
    solver.train()
    return solver


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(HIDDEN, 64, 10, 0, normalization, 0.0, 0.02, seed=seed)
    return tuple(run(net, data, seed).loss_history)


why_faster = (" b ",)
