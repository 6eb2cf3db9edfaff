"""Gives the normalized network another learning rate as well."""

CAUGHT_BY = "test_compares_fairly"
HINT = "differ in nothing but the normalization"


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    rate = 0.001 if normalization is None else 0.00001
    settings = {"batch_size": 50, "num_epochs": 8, "seed": seed, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": rate}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "B"
