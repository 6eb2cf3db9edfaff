"""Chooses zeros and ones with the stated weights; a mask of ones in testing."""


def dropout_forward(x, dropout_param):
    p = dropout_param["p"]
    state = np.random.RandomState(dropout_param.get("seed"))
    mask = np.ones_like(x)
    if dropout_param["mode"] == "train":
        mask = state.choice([0, 1], size=x.shape, p=[p, 1 - p]).astype(np.float32)
    keep = 1 - p if dropout_param["mode"] == "train" else 1
    return [np.where(mask > 0, x / keep, 0.0), (dropout_param, mask, keep)]
