# rows: P1
# %% [markdown]
# ## Question 1 · The network
#
# Three blocks look at ever larger parts of the image, and two linear layers turn that into one number for each class.
#
# | part | layers, in this order |
# |---|---|
# | blocks 1, 2, 3, with 16, 32, 64 channels | 3 by 3 convolution (padding 1), batch norm if `do_batchnorm`, ReLU, 2 by 2 max pooling (stride 2) |
# | hidden layer | flatten, linear layer to 256 units, ReLU, dropout if `p_dropout` is not 0 |
# | last layer | linear layer to `num_classes` logits |

# %% [markdown]
# **For example**, an image of 3 by 32 by 32 leaves block 3 as 64 by 4 by 4, which is 1,024 numbers.
# With the default arguments the network has 311,684 parameters and 10 entries in its `state_dict`.
# Batch norm makes that 311,908 and 25: each of its layers also stores a running mean, a running variance and a count.
#
# An image of 1 by 8 by 8 leaves block 3 as 64 by 1 by 1.

# %% [markdown]
# **Contract.**
#
# - `p_dropout` is the probability to *drop* a unit; with 0 there is no dropout layer at all.
# - Dropout drops single hidden units, not whole channels as `nn.Dropout2d` does.
# - The logits are the last layer's numbers as they are: the loss function applies the softmax.
# - `image_size` is divisible by 8.
#
# Dropout right before the hidden layer's ReLU computes the same as right after it, and counts as right.

# %% tags=["solution"]
class NeuralNetwork(nn.Module):
    """Three convolutional blocks, a hidden layer of 256 units, and a last layer.

    X: (N, in_channels, image_size, image_size).  Returns logits (N, num_classes).
    """

    def __init__(
        self,
        do_batchnorm=False,
        p_dropout=0.0,
        in_channels=3,
        image_size=32,
        num_classes=100,
    ):
        super().__init__()
        # 1. The layers of the three blocks: about eight lines.
        # BEGIN SOLUTION
        layers, before = [], in_channels
        for width in (16, 32, 64):
            layers.append(nn.Conv2d(before, width, kernel_size=3, padding=1))
            if do_batchnorm:
                layers.append(nn.BatchNorm2d(width))
            layers += [nn.ReLU(), nn.MaxPool2d(2)]
            before = width
        # END SOLUTION
        # 2. The hidden layer and the last layer: about six lines.
        # BEGIN SOLUTION
        pixels = (image_size // 8) ** 2  # each block halves height and width
        layers += [nn.Flatten(), nn.Linear(64 * pixels, 256), nn.ReLU()]
        if p_dropout > 0:
            layers.append(nn.Dropout(p_dropout))
        layers.append(nn.Linear(256, num_classes))
        self.layers = nn.Sequential(*layers)
        # END SOLUTION

    def forward(self, X):
        """Compute the logits."""
        # 3. Through all layers: one line.
        # BEGIN SOLUTION
        return self.layers(X)
        # END SOLUTION
