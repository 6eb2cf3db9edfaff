"""Squared mean plus variance of every residual."""


def dropout_loss(X, y, w, p_keep):
    loss = 0.0
    for row, target in zip(X, y):
        terms = row * w
        loss += (target - p_keep * terms.sum()) ** 2
        loss += sum(p_keep * t**2 - (p_keep * t) ** 2 for t in terms)
    return loss
