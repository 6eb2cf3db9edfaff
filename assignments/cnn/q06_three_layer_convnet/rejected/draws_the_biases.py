"""Biases start at random."""

CAUGHT_BY = "test_names_and_shapes_its_parameters"
HINT = "every bias is 0 at first"
TRUE = ("weights and biases, `astype` for all of them",)


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
            self.params["b" + layer] = weight_scale * rng.normal(size=outputs)

    def loss(self, X, y=None):
        p = self.params
        pad = (p["W1"].shape[2] - 1) // 2
        conv_param = {"stride": self.conv_stride, "pad": pad}
        params = (p["W1"], p["b1"], conv_param, self.pool_param)
        maps, cache1 = conv_relu_pool_forward(X, *params)
        hidden, cache2 = affine_forward(maps, p["W2"], p["b2"])
        active, cache3 = relu_forward(hidden)
        scores, cache4 = affine_forward(active, p["W3"], p["b3"])
        if y is None:
            return scores
        loss, dscores = softmax_loss(scores, y)
        grads = {}
        dactive, grads["W3"], grads["b3"] = affine_backward(dscores, cache4)
        dhidden = relu_backward(dactive, cache3)
        dmaps, grads["W2"], grads["b2"] = affine_backward(dhidden, cache2)
        _, grads["W1"], grads["b1"] = conv_relu_pool_backward(dmaps, cache1)
        for name in ("W1", "W2", "W3"):
            loss += 0.5 * self.reg * np.sum(p[name] ** 2)
            grads[name] += self.reg * p[name]
        return loss, grads
