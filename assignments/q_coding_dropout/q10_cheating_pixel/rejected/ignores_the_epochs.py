"""Trains for the default number of epochs."""

CAUGHT_BY = "test_trains_with_the_hint_and_tests_without"
HINT = "does it reach fit_classifier"

from solution import add_cheat, image_net, cheat_claims


def cheat_experiment(data, p_drop, epochs=20):
    net = image_net(p_drop, data.X_train.shape[1])
    fit_classifier(net, add_cheat(data.X_train, data.y_train), data.y_train)
    clean = accuracy_of(net, data.X_test, data.y_test)
    with_hint = add_cheat(data.X_test, data.y_test)
    return clean, accuracy_of(net, with_hint, data.y_test)
