"""Leaves the solver's seed at 0."""

CAUGHT_BY = "test_trains_as_stated"
HINT = "Solver has a seed too"


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    settings = {"batch_size": 50, "num_epochs": 8, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "B"
