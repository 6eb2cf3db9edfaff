"""Seeds the global generator, which neither the network nor the solver uses."""

CAUGHT_BY = "test_builds_the_stated_network"
HINT = "should be built with seed = 5"
TRUE = ("one seed for both",)


def deep_net_losses(data, normalization, seed):
    np.random.seed(seed)
    net = FullyConnectedNet([100] * 5, normalization=normalization, weight_scale=0.02)
    settings = {"batch_size": 50, "num_epochs": 8, "verbose": False}
    solver = Solver(net, data, "adam", {"learning_rate": 0.001}, **settings)
    solver.train()
    return solver.loss_history


why_faster = "B"
