"""A complete class without the scaffold, with a loss of its own, as in other texts."""


class FullyConnectedNet:
    def __init__(
        self,
        hidden_dims,
        input_dim=64,
        num_classes=10,
        dropout=0,
        normalization=None,
        reg=0.0,
        weight_scale=1e-2,
        dtype=np.float32,
        seed=None,
    ):
        self.normalization, self.dropout, self.reg = normalization, dropout, reg
        self.dtype, self.depth, self.params = dtype, len(hidden_dims) + 1, {}
        dims = np.hstack((input_dim, hidden_dims, num_classes))
        for i in range(self.depth):
            shape = (dims[i], dims[i + 1])
            self.params[f"W{i + 1}"] = weight_scale * np.random.randn(*shape)
            self.params[f"b{i + 1}"] = np.zeros(dims[i + 1])
            if normalization == "batchnorm" and i < self.depth - 1:
                self.params[f"gamma{i + 1}"] = np.ones(dims[i + 1])
                self.params[f"beta{i + 1}"] = np.zeros(dims[i + 1])
        self.bn_params = [{"mode": "train"} for _ in hidden_dims]
        self.dropout_param = {"mode": "train", "p": dropout}
        if seed is not None:
            self.dropout_param["seed"] = seed
        for key in self.params:
            self.params[key] = self.params[key].astype(dtype)

    def loss(self, X, y=None):
        X = X.astype(self.dtype)
        mode = "test" if y is None else "train"
        self.dropout_param["mode"] = mode
        for bn_param in self.bn_params:
            bn_param["mode"] = mode
        caches, h = [], X
        for i in range(1, self.depth):
            h, fc = affine_forward(h, self.params[f"W{i}"], self.params[f"b{i}"])
            bn = dr = None
            if self.normalization == "batchnorm":
                gamma, beta = self.params[f"gamma{i}"], self.params[f"beta{i}"]
                h, bn = batchnorm_forward(h, gamma, beta, self.bn_params[i - 1])
            h, re = relu_forward(h)
            if self.dropout != 0:
                h, dr = dropout_forward(h, self.dropout_param)
            caches.append((fc, bn, re, dr))
        L = self.depth
        scores, last = affine_forward(h, self.params[f"W{L}"], self.params[f"b{L}"])
        if mode == "test":
            return scores
        e = np.exp(scores - scores.max(axis=1, keepdims=True))
        probs, N = e / e.sum(axis=1, keepdims=True), len(X)
        loss, grads = -np.log(probs[np.arange(N), y]).mean(), {}
        probs[np.arange(N), y] -= 1
        dh, grads[f"W{L}"], grads[f"b{L}"] = affine_backward(probs / N, last)
        for i in range(L - 1, 0, -1):
            fc, bn, re, dr = caches.pop()
            if self.dropout != 0:
                dh = dropout_backward(dh, dr)
            dh = relu_backward(dh, re)
            if self.normalization == "batchnorm":
                back = batchnorm_backward_alt(dh, bn)
                dh, grads[f"gamma{i}"], grads[f"beta{i}"] = back
            dh, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dh, fc)
        for i in range(1, L + 1):
            W = self.params[f"W{i}"]
            loss += 0.5 * self.reg * np.sum(W * W)
            grads[f"W{i}"] += self.reg * W
        return loss, grads
