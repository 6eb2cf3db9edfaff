# rows: K18, K19
# %% [markdown]
# ## Question 6 · A three-layer network
#
# Now your layers become a network:
#
# convolution · ReLU · 2 by 2 max pooling · affine · ReLU · affine · softmax.
#
# The convolution has stride 1 and a padding of `(filter_size - 1) // 2`, so that it keeps the size of the image; pooling then halves height and width.
# Filter sizes are odd here, heights and widths even.
#
# **For example**, an image of shape `(3, 8, 6)` and 5 filters give maps of shape `(5, 8, 6)`, then `(5, 4, 3)`: 60 numbers for the first affine layer.

# %% [markdown]
# The weights `W1`, `W2`, `W3` are drawn from a normal distribution with mean 0 and standard deviation `weight_scale`, and the biases `b1`, `b2`, `b3` start at zero.
# All six are stored in the number type `dtype`.
#
# **What `loss` returns.**
# `loss(X)` returns the scores.
# `loss(X, y)` returns the loss, with the penalty $\tfrac12\,\text{reg}\,\sum W^2$ over the three weights and no bias, and a dict of gradients with the names of `params`.
# Your layers of questions 1 to 5 do the work.

# %% tags=["solution"]
class ThreeLayerConvNet:
    """conv - relu - 2x2 max pool - affine - relu - affine - softmax."""

    conv_stride, pool_param = 1, {"pool_height": 2, "pool_width": 2, "stride": 2}

    def __init__(self, input_dim=(3, 32, 32), num_filters=32, filter_size=7,
                 hidden_dim=100, num_classes=10, weight_scale=1e-3, reg=0.0,
                 dtype=np.float64, seed=None):
        """Fill self.params. W1: (num_filters, C, filter_size, filter_size).

        W2, W3: (inputs, outputs), as affine_forward takes them; it flattens images.
        """
        self.reg, self.params = reg, {}
        rng = np.random.default_rng(seed)
        C, H, W = input_dim
        # 1. The shapes of W1, W2, W3, then weights and zero biases: about seven lines.
        # BEGIN SOLUTION
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
        # END SOLUTION

    def loss(self, X, y=None):
        """Return scores, or (loss, grads) when labels y are given."""
        p = self.params
        pad = (p["W1"].shape[2] - 1) // 2
        conv_param = {"stride": self.conv_stride, "pad": pad}
        # 2. The scores: about three lines.
        # BEGIN SOLUTION
        params = (p["W1"], p["b1"], conv_param, self.pool_param)
        maps, cache1 = conv_relu_pool_forward(X, *params)
        hidden, cache2 = affine_forward(maps, p["W2"], p["b2"])
        active, cache3 = relu_forward(hidden)
        scores, cache4 = affine_forward(active, p["W3"], p["b3"])
        # END SOLUTION
        if y is None:
            return scores
        loss, dscores = softmax_loss(scores, y)
        grads = {}
        # 3. Back through the layers: about four lines.
        # BEGIN SOLUTION
        dactive, grads["W3"], grads["b3"] = affine_backward(dscores, cache4)
        dhidden = relu_backward(dactive, cache3)
        dmaps, grads["W2"], grads["b2"] = affine_backward(dhidden, cache2)
        _, grads["W1"], grads["b1"] = conv_relu_pool_backward(dmaps, cache1)
        # END SOLUTION
        # 4. The penalty on the weights, in loss and gradients: about three lines.
        # BEGIN SOLUTION
        for name in ("W1", "W2", "W3"):
            loss += 0.5 * self.reg * np.sum(p[name] ** 2)
            grads[name] += self.reg * p[name]
        # END SOLUTION
        return loss, grads
