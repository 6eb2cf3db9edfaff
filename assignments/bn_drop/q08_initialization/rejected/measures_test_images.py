"""Takes the accuracy on the test set."""

CAUGHT_BY = "test_gives_the_last_validation_accuracy"
HINT = "on the test set"


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in scales:
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(net, data, "adam", {"learning_rate": 0.01}, **settings)
        solver.train()
        accuracies.append(solver.accuracy(data.X_test, data.y_test))
    return accuracies


why_flat = "C"
