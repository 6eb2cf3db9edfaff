# rows: K6, K11
# %% [markdown]
# ## Question 6 · A network of your layers
#
# Layers pay off when they fit together.
# You now build a fully connected network from them, of any depth.
# With $L$ affine layers it computes
#
# $$\begin{aligned}
# & \underbrace{\text{affine} \to [\text{batch norm}] \to \text{ReLU} \to [\text{dropout}]}_{L-1 \text{ times}} \\
# & \to\; \text{affine} \;\to\; \text{softmax loss} .
# \end{aligned}$$
#
# The layers in brackets are present only if they are asked for.
# The last layer gives the scores, which nothing squeezes, normalizes or drops.

# %% [markdown]
# `NetworkScaffold` is given: it keeps the settings, switches between training and testing, and computes the loss.
# Your class may use these attributes of `self`:
#
# | attribute | meaning |
# |---|---|
# | `params` | every parameter by name: `"W1"`, `"b1"`, `"gamma1"`, `"beta1"`, `"W2"`, … |
# | `num_layers` | $L$, the number of affine layers |
# | `normalization` | `None` or `"batchnorm"` |
# | `bn_params` | `bn_params[i - 1]` belongs to hidden layer $i$ |
# | `use_dropout` | whether there are dropout layers |
# | `dropout_param` | for `dropout_forward`, with `p` the probability to drop |
# | `reg` | the strength of the penalty on the weights |

# %% [markdown]
# The penalty keeps weights small.
# It counts the weights only, not the biases, $\gamma$ or $\beta$:
#
# $$\begin{aligned}
# \text{penalty} &= \tfrac12\,\text{reg}\,\sum_{i=1}^{L} \lVert W_i\rVert^2, \\
# \frac{\partial\,\text{penalty}}{\partial W_i} &= \text{reg}\; W_i .
# \end{aligned}$$
#
# **For example**, with `hidden_dims = [100, 50]`, an input of 64 numbers and 10 classes, $L$ is 3 and `W1`, `W2`, `W3` have the shapes `(64, 100)`, `(100, 50)`, `(50, 10)`.
# With `reg = 0.1` and weights whose squares sum to 20, the penalty is 1.
#
# Fill in the four methods.

# %% tags=["solution"]
class FullyConnectedNet(NetworkScaffold):
    """A fully connected network with optional batch normalization and dropout.

    FullyConnectedNet(hidden_dims, input_dim=64, num_classes=10, dropout=0,
        normalization=None, reg=0.0, weight_scale=1e-2, dtype=np.float64, seed=None)
    """

    def init_params(self, dims, weight_scale, rng):
        """Make every parameter.

        dims: [input_dim, *hidden_dims, num_classes], so dims[i - 1] numbers go into
            affine layer i, and dims[i] come out.
        weight_scale: standard deviation of the weights, which are normal with mean 0.
        rng: the generator to draw them from.

        Returns a dict: Wi (dims[i - 1], dims[i]) and bi (dims[i],) for each affine
        layer, and with batch normalization gammai and betai (dims[i],) for each
        hidden layer. Biases and betas start at 0, gammas at 1.
        """
        params = {}
        for i in range(1, self.num_layers + 1):
            # The parameters of layer i: about five lines.
            # BEGIN SOLUTION
            params[f"W{i}"] = rng.normal(0, weight_scale, (dims[i - 1], dims[i]))
            params[f"b{i}"] = np.zeros(dims[i])
            if self.normalization and i < self.num_layers:
                params[f"gamma{i}"] = np.ones(dims[i])
                params[f"beta{i}"] = np.zeros(dims[i])
            # END SOLUTION
        return params

    def forward(self, X):
        """Compute the scores (N, C) of X (N, D), and keep the caches in self."""
        p, out = self.params, X
        self.caches = {}
        for i in range(1, self.num_layers):
            # Hidden layer i, from out to out: about eight lines.
            # BEGIN SOLUTION
            out, affine = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
            norm = drop = None
            if self.normalization:
                gamma, beta = p[f"gamma{i}"], p[f"beta{i}"]
                out, norm = batchnorm_forward(out, gamma, beta, self.bn_params[i - 1])
            out, relu = relu_forward(out)
            if self.use_dropout:
                out, drop = dropout_forward(out, self.dropout_param)
            self.caches[i] = affine, norm, relu, drop
            # END SOLUTION
        # The output layer: about two lines.
        # BEGIN SOLUTION
        i = self.num_layers
        scores, self.caches[i] = affine_forward(out, p[f"W{i}"], p[f"b{i}"])
        # END SOLUTION
        return scores

    def backward(self, dscores):
        """Compute the gradient of every parameter, by name, from dscores (N, C)."""
        grads = {}
        # The output layer: about two lines.
        # BEGIN SOLUTION
        i = self.num_layers
        dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dscores, self.caches[i])
        # END SOLUTION
        for i in range(self.num_layers - 1, 0, -1):
            # Hidden layer i, in the opposite order: about eight lines.
            # BEGIN SOLUTION
            affine, norm, relu, drop = self.caches[i]
            if self.use_dropout:
                dout = dropout_backward(dout, drop)
            dout = relu_backward(dout, relu)
            if self.normalization:
                dout, dgamma, dbeta = batchnorm_backward(dout, norm)
                grads[f"gamma{i}"], grads[f"beta{i}"] = dgamma, dbeta
            dout, grads[f"W{i}"], grads[f"b{i}"] = affine_backward(dout, affine)
            # END SOLUTION
        return grads

    def regularize(self, grads):
        """Return the penalty, and add its gradient to the dict grads."""
        penalty = 0.0
        for i in range(1, self.num_layers + 1):
            # About three lines.
            # BEGIN SOLUTION
            W = self.params[f"W{i}"]
            penalty += 0.5 * self.reg * np.sum(W**2)
            grads[f"W{i}"] = grads[f"W{i}"] + self.reg * W
            # END SOLUTION
        return penalty
