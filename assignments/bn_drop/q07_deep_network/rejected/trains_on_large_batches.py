"""Takes batches of 100 rows."""

CAUGHT_BY = "test_trains_as_stated"
HINT = "look at the batch size"
TRUE = ("100 rows make 2 batches",)


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    settings = {"batch_size": 100, "num_epochs": 8, "seed": seed, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "B"
