"""Shuffles differently for the normalized network."""

CAUGHT_BY = "test_compares_fairly"
HINT = "one seed for both solvers"


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    settings = {
        "batch_size": 50,
        "num_epochs": 8,
        "seed": seed + (normalization is not None),
        "verbose": False,
    }
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "B"
