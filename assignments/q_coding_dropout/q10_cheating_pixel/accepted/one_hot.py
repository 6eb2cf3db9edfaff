"""Joins a one-hot table with the other pixels."""


def add_cheat(images, labels, brightness=5.0):
    return np.concatenate([np.eye(10)[labels] * brightness, images[:, 10:]], axis=1)


def image_net(p_drop, inputs=64):
    layers = [Dropout(p_drop), nn.Linear(inputs, 100), nn.ReLU(), nn.Linear(100, 10)]
    return nn.Sequential(*layers)


def cheat_experiment(data, p_drop, epochs=20):
    train_set = add_cheat(data.X_train, data.y_train), data.y_train
    test_set = add_cheat(data.X_test, data.y_test), data.y_test
    net = image_net(p_drop, inputs=train_set[0].shape[1])
    fit_classifier(net, *train_set, epochs=epochs)
    hinted = accuracy_of(net, *test_set)
    return accuracy_of(net, data.X_test, data.y_test), hinted


cheat_claims = "DBA"
