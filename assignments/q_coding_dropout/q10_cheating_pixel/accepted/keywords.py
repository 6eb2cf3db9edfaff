"""Keywords throughout, a mask for the pixels, and both accuracies in one array."""


def add_cheat(images, labels, brightness=5.0):
    pixels = np.arange(images.shape[1])[None, :]
    hint = brightness * (pixels == labels[:, None])
    return np.where(pixels < 10, hint, images)


def image_net(p_drop, inputs=64):
    layers = [nn.Linear(in_features=inputs, out_features=100), nn.ReLU()]
    layers.insert(0, Dropout(p_drop=p_drop))
    return nn.Sequential(*layers, nn.Linear(in_features=100, out_features=10))


def cheat_experiment(data, p_drop, epochs=20):
    net = image_net(p_drop=p_drop, inputs=data.X_train.shape[-1])
    hinted = add_cheat(images=data.X_train, labels=data.y_train)
    fit_classifier(net=net, X=hinted, y=data.y_train, epochs=epochs)
    tests = (data.X_test, add_cheat(data.X_test, data.y_test, brightness=5.0))
    return np.array([accuracy_of(net=net, X=X, y=data.y_test) for X in tests])


cheat_claims = ["D", "B", "A"]
