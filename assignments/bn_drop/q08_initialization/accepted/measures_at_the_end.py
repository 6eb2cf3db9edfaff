"""Counts the right answers itself, after the last step."""


def accuracy_by_scale(data, normalization, scales, num_epochs=8):
    accuracies = []
    for scale in scales:
        net = FullyConnectedNet(
            [50] * 5, normalization=normalization, weight_scale=float(scale), seed=0
        )
        Solver(
            net,
            data,
            "adam",
            {"learning_rate": 0.01},
            1.0,
            50,
            num_epochs,
            verbose=False,
        ).train()
        guesses = net.loss(data.X_val).argmax(axis=1)
        accuracies.append((guesses == data.y_val).mean())
    return accuracies


why_flat = ["C"]
