"""One helper for a whole hidden layer, forward and backward, and a stack of caches."""


def hidden_forward(net, i, out):
    p, undo = net.params, []
    out, cache = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
    undo.append((affine_backward, cache, (f"W{i}", f"b{i}")))
    if net.normalization == "batchnorm":
        names = (f"gamma{i}", f"beta{i}")
        out, cache = batchnorm_forward(
            out, *[p[n] for n in names], net.bn_params[i - 1]
        )
        undo.append((batchnorm_backward, cache, names))
    out, cache = relu_forward(out)
    undo.append((relu_backward, cache, ()))
    if net.dropout_param["p"]:
        out, cache = dropout_forward(out, net.dropout_param)
        undo.append((dropout_backward, cache, ()))
    return out, undo


class FullyConnectedNet(NetworkScaffold):
    def init_params(self, dims, weight_scale, rng):
        params = {}
        for i, shape in enumerate(zip(dims[:-1], dims[1:]), start=1):
            params[f"W{i}"] = weight_scale * rng.standard_normal(shape)
            params[f"b{i}"] = np.zeros(shape[1])
        if self.normalization == "batchnorm":
            for i, width in enumerate(dims[1:-1], start=1):
                params.update(
                    {f"gamma{i}": np.ones(width), f"beta{i}": np.zeros(width)}
                )
        return params

    def forward(self, X):
        self.stack, out, L = [], X, self.num_layers
        for i in range(1, L):
            out, undo = hidden_forward(self, i, out)
            self.stack += undo
        out, cache = affine_forward(out, self.params[f"W{L}"], self.params[f"b{L}"])
        self.stack.append((affine_backward, cache, (f"W{L}", f"b{L}")))
        return out

    def backward(self, dscores):
        grads, dout = {}, dscores
        while self.stack:
            step, cache, names = self.stack.pop()
            if names:
                dout, *found = step(dout, cache)
                grads.update(zip(names, found))
            else:
                dout = step(dout, cache)
        return grads

    def regularize(self, grads):
        weights = {k: w for k, w in self.params.items() if k.startswith("W")}
        for name, W in weights.items():
            grads[name] = grads[name] + self.reg * W
        return self.reg / 2 * sum((W**2).sum() for W in weights.values())
