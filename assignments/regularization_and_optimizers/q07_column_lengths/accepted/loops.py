"""Column by column, in plain Python."""


def effective_lengths(X, p_keep):
    result = []
    for column in X.T:
        size = sum(x * x for x in column) ** 0.5
        entry = ((1 - p_keep) / p_keep) ** 0.5 * size
        result.append(sum((x / entry) ** 2 for x in column) ** 0.5)
    return result


like_batch_norm = "db"
