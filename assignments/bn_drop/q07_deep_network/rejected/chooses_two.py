"""Names two letters where one is asked for."""

CAUGHT_BY = "test_why_faster_is_a_letter"
MISCONCEPTION = False
TRUE = ("gamma and beta add two numbers a unit",)


def deep_net_losses(data, normalization, seed):
    net = FullyConnectedNet(
        [100] * 5, normalization=normalization, weight_scale=0.02, seed=seed
    )
    settings = {"batch_size": 50, "num_epochs": 8, "seed": seed, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "AB"
