"""Takes the accuracy after the first epoch."""

CAUGHT_BY = "test_gives_the_last_validation_accuracy"
HINT = "not the first"


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in scales:
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.val_acc_history[0])
    return accuracies


why_flat = "C"
