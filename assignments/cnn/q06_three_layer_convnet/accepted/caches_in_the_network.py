"""Draws by one call a parameter, and keeps what it computes in attributes."""


class ThreeLayerConvNet:
    def __init__(
        self,
        input_dim=(3, 32, 32),
        num_filters=32,
        filter_size=7,
        hidden_dim=100,
        num_classes=10,
        weight_scale=1e-3,
        reg=0.0,
        dtype=np.float64,
        seed=None,
    ):
        self.reg, rng = reg, np.random.RandomState(seed)
        C, H, W = input_dim
        k = filter_size

        def draw(*shape):
            return rng.normal(0.0, weight_scale, shape).astype(dtype)

        flat = num_filters * (H // 2) * (W // 2)
        self.params = {
            "W1": draw(num_filters, C, k, k),
            "b1": np.zeros(num_filters, dtype),
            "W2": draw(flat, hidden_dim),
            "b2": np.zeros(hidden_dim, dtype),
            "W3": draw(hidden_dim, num_classes),
            "b3": np.zeros(num_classes, dtype),
        }

    def scores(self, X):
        p = self.params
        self.caches = []
        step = {"stride": 1, "pad": (p["W1"].shape[2] - 1) // 2}
        pool = {"pool_height": 2, "pool_width": 2, "stride": 2}
        X, cache = conv_relu_pool_forward(X, p["W1"], p["b1"], step, pool)
        self.caches.append(cache)
        X, cache = affine_forward(X, p["W2"], p["b2"])
        self.caches.append(cache)
        self.positive = X > 0
        X, cache = affine_forward(X * self.positive, p["W3"], p["b3"])
        self.caches.append(cache)
        return X

    def loss(self, X, y=None):
        scores = self.scores(X)
        if y is None:
            return scores
        data, d = softmax_loss(scores, y)
        conv, first, last = self.caches
        d, dW3, db3 = affine_backward(d, last)
        d, dW2, db2 = affine_backward(d * self.positive, first)
        _, dW1, db1 = conv_relu_pool_backward(d, conv)
        grads = {"W1": dW1, "W2": dW2, "W3": dW3, "b1": db1, "b2": db2, "b3": db3}
        penalty = 0.0
        for name, value in self.params.items():
            if value.ndim > 1:
                penalty += 0.5 * self.reg * (value**2).sum()
                grads[name] = grads[name] + self.reg * value
        return np.float64(data + penalty), grads
