"""Builds the network before the loop, so each run goes on where the last one ended."""

CAUGHT_BY = "test_builds_one_network_a_scale"
HINT = "1 networks were built"


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    net = FullyConnectedNet(
        [50] * 5, normalization=normalization, weight_scale=scales[0], seed=0
    )
    for scale in scales:
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.val_acc_history[-1])
    return accuracies


why_flat = "C"
