"""Trains for 8 epochs whatever is asked for."""

CAUGHT_BY = "test_gives_the_last_validation_accuracy"
HINT = "look at the number of epochs"


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in scales:
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": 8, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.val_acc_history[-1])
    return accuracies


why_flat = "C"
