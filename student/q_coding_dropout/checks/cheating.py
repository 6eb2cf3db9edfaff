from __future__ import annotations


from torch import nn


MARK = 1000.0
"""What the stand-in for add_cheat adds to every pixel, so that it can be seen."""


def noting_stand_ins(
    built,
    trained,
    tested,
):

    def add_cheat(images, labels, *_, **__):
        del labels
        return images + MARK

    def image_net(p_drop, inputs = 64, *_, **__):
        built(float(p_drop), int(inputs))
        return nn.Linear(int(inputs), 10)

    def fit_classifier(net, X, y, epochs = 20):
        del net
        trained(X, y, epochs)

    def accuracy_of(net, X, y):
        del net
        return tested(X, y)

    return {
        "add_cheat": add_cheat,
        "image_net": image_net,
        "fit_classifier": fit_classifier,
        "accuracy_of": accuracy_of,
    }


class Dropout(nn.Dropout):

    def __init__(self, p_drop, *_, **__):
        super().__init__(p_drop)
