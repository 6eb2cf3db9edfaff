"""Returns the accuracies in the order of the scales' size."""

CAUGHT_BY = "test_builds_one_network_a_scale"
HINT = "should be built with weight_scale"


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in sorted(scales):
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.val_acc_history[-1])
    return accuracies


why_flat = "C"
