"""Gives every solver a seed of its own."""

CAUGHT_BY = "test_gives_the_last_validation_accuracy"
MISCONCEPTION = False


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in scales:
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=scale, seed=0
        )
        settings = {"batch_size": 50, "num_epochs": num_epochs, "verbose": False}
        solver = Solver(
            net,
            data,
            "adam",
            {"learning_rate": 0.01},
            seed=len(accuracies) + 1,
            **settings,
        )
        solver.train()
        accuracies.append(solver.val_acc_history[-1])
    return accuracies


why_flat = "C"
