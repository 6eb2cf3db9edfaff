"""Plants one hint after the other, and stacks the layers by name."""


def add_cheat(images, labels, brightness=5.0):
    out = np.array(images)
    for n, label in enumerate(labels):
        for pixel in range(10):
            out[n, pixel] = brightness if pixel == label else 0.0
    return out


def image_net(p_drop, inputs=64):
    net = nn.Sequential()
    net.add_module("dropout", Dropout(p_drop))
    net.add_module("hidden", nn.Linear(inputs, 100))
    net.add_module("relu", nn.ReLU())
    net.add_module("scores", nn.Linear(100, 10))
    return net


def cheat_experiment(data, p_drop, epochs=20):
    net = image_net(p_drop, len(data.X_train[0]))
    fit_classifier(net, add_cheat(data.X_train, data.y_train), data.y_train, epochs)
    return [
        accuracy_of(net, X, data.y_test)
        for X in (data.X_test, add_cheat(data.X_test, data.y_test))
    ]


cheat_claims = {"A", "B", "D"}
