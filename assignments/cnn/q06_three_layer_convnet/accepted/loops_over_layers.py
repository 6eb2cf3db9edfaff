"""Keeps its layers in a list of calls, and adds the penalty in one sum."""


class ThreeLayerConvNet:
    conv_stride, pool_param = 1, {"pool_height": 2, "pool_width": 2, "stride": 2}

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
        self.reg, self.params = reg, {}
        rng = np.random.default_rng(seed)
        C, H, W = input_dim
        shapes = {
            "1": (num_filters, C, filter_size, filter_size),
            "2": (num_filters * (H // 2) * (W // 2), hidden_dim),
            "3": (hidden_dim, num_classes),
        }
        for layer, shape in shapes.items():
            outputs = shape[0] if layer == "1" else shape[1]
            weights = weight_scale * rng.normal(size=shape)
            self.params["W" + layer] = weights.astype(dtype)
            self.params["b" + layer] = np.zeros(outputs, dtype=dtype)

    def loss(self, X, y=None):
        p, reg, caches = self.params, self.reg, []
        conv_param = {"stride": 1, "pad": (p["W1"].shape[-1] - 1) // 2}
        window = {"pool_height": 2, "pool_width": 2, "stride": 2}
        layers = [
            lambda a: conv_relu_pool_forward(a, p["W1"], p["b1"], conv_param, window),
            lambda a: affine_forward(a, p["W2"], p["b2"]),
            relu_forward,
            lambda a: affine_forward(a, p["W3"], p["b3"]),
        ]
        for layer in layers:
            X, cache = layer(X)
            caches.append(cache)
        if y is None:
            return X
        loss, d = softmax_loss(X, y)
        grads = {}
        d, grads["W3"], grads["b3"] = affine_backward(d, caches.pop())
        d = relu_backward(d, caches.pop())
        d, grads["W2"], grads["b2"] = affine_backward(d, caches.pop())
        _, grads["W1"], grads["b1"] = conv_relu_pool_backward(d, caches.pop())
        weights = [name for name in p if name[0] == "W"]
        loss = loss + reg / 2 * sum(np.vdot(p[name], p[name]) for name in weights)
        grads.update({name: grads[name] + reg * p[name] for name in weights})
        return loss, grads
