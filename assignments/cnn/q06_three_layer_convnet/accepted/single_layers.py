"""No sandwich: every layer by itself, and a class without defaults from the text."""


class ThreeLayerConvNet(object):
    def __init__(
        self,
        input_dim=(3, 32, 32),
        num_filters=32,
        filter_size=7,
        hidden_dim=100,
        num_classes=10,
        weight_scale=1e-3,
        reg=0.0,
        dtype=np.float32,
        **_,
    ):
        self.params, self.reg, self.dtype = {}, reg, dtype
        C, H, W = input_dim
        size = num_filters * H * W // 4
        self.params["W1"] = np.random.normal(
            0, weight_scale, (num_filters, C, filter_size, filter_size)
        )
        self.params["b1"] = np.zeros(num_filters)
        self.params["W2"] = np.random.normal(0, weight_scale, (size, hidden_dim))
        self.params["b2"] = np.zeros(hidden_dim)
        self.params["W3"] = np.random.normal(0, weight_scale, (hidden_dim, num_classes))
        self.params["b3"] = np.zeros(num_classes)
        for k, v in self.params.items():
            self.params[k] = v.astype(dtype)

    def loss(self, X, y=None):
        W1, b1 = self.params["W1"], self.params["b1"]
        W2, b2 = self.params["W2"], self.params["b2"]
        W3, b3 = self.params["W3"], self.params["b3"]
        conv_param = {"stride": 1, "pad": (W1.shape[2] - 1) // 2}
        pool_param = {"pool_height": 2, "pool_width": 2, "stride": 2}
        a, conv_cache = conv_forward_naive(X, W1, b1, conv_param)
        a, relu_cache = relu_forward(a)
        a, pool_cache = max_pool_forward_naive(a, pool_param)
        h = a.reshape(len(X), -1) @ W2 + b2
        r = np.maximum(h, 0)
        scores = r @ W3 + b3
        if y is None:
            return scores
        loss, dscores = softmax_loss(scores, y)
        loss += 0.5 * self.reg * sum((W * W).sum() for W in (W1, W2, W3))
        grads = {"W3": r.T @ dscores + self.reg * W3, "b3": dscores.sum(0)}
        dh = (dscores @ W3.T) * (h > 0)
        grads["W2"] = a.reshape(len(X), -1).T @ dh + self.reg * W2
        grads["b2"] = dh.sum(axis=0)
        da = max_pool_backward_naive((dh @ W2.T).reshape(a.shape), pool_cache)
        _, grads["W1"], grads["b1"] = conv_backward_naive(
            relu_backward(da, relu_cache), conv_cache
        )
        grads["W1"] = grads["W1"] + self.reg * W1
        return loss, grads
