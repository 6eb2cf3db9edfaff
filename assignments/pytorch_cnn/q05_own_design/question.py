# rows: P5
# %% [markdown]
# ## Question 5 · Your own design
#
# Now the images change, and the network is yours: layers, settings, and what you do to the training images.
#
# ![One digit five times: as it is, shifted, turned, noisy, and faint.](figures/kinds.svg)
#
# The grader shows four kinds of images:
#
# - **shifted** by up to 17 % of the width in each direction,
# - **turned** by 10 to 30 degrees, to the left or right,
# - **noisy**: normal noise of standard deviation 0.22, where pixels go from 0 to 1,
# - **faint**: a quarter to a half of the contrast, around any grey.

# %% [markdown]
# **Contract.**
#
# - `OwnNetwork(in_channels, image_size, num_classes)` makes the network, and its `forward` returns logits.
# - The budget is that of Question 3; *all* numbers in `state_dict()` count, frozen or not, running statistics too.
# - In evaluation mode the logits of an image depend on this image alone, so not on its batch.
# - `own_augment(X)` gets a training batch with pixels from 0 to 1, and returns its like.
# - Weights do not show the steps: you declare them in `own.json`, which `save_weights` writes.

# %% [markdown]
# **For example**, this moves every image of a batch to the right by a tenth of its width, and fills with black:
#
# ```python
# rows = torch.tensor([[1.0, 0.0, -0.2], [0.0, 1.0, 0.0]])  # 2.0 is the whole width
# grid = F.affine_grid(rows.expand(len(X), 2, 3), X.shape, align_corners=False)
# X = F.grid_sample(X, grid, align_corners=False)
# ```
#
# Each kind is worth 5 points and asks for an accuracy of its own: 90 % of the shifted, 90 % of the turned, 85 % of the noisy, 90 % of the faint digits.
# The cells below yours train, and show what your own changes look like.

# %% tags=["solution"]
class OwnNetwork(nn.Module):
    """Your design. X: (N, in_channels, image_size, image_size), from 0 to 1.

    Returns logits (N, num_classes).
    """

    def __init__(self, in_channels=1, image_size=8, num_classes=10):
        super().__init__()
        # 1. Your layers (ours: nine lines).
        # BEGIN SOLUTION
        layers, before = [], in_channels
        for width, pool in ((16, False), (32, True), (48, False), (48, True)):
            conv = nn.Conv2d(before, width, kernel_size=3, padding=1, bias=False)
            layers += [conv, nn.BatchNorm2d(width), nn.ReLU()]
            layers += [nn.MaxPool2d(2)] if pool else []
            before = width
        layers += [nn.Flatten(), nn.Dropout(0.2)]
        layers.append(nn.Linear(48 * (image_size // 4) ** 2, num_classes))
        self.layers = nn.Sequential(*layers)
        # END SOLUTION

    def forward(self, X):
        """Compute the logits."""
        # 2. Your way from X to the logits (ours: three lines).
        # BEGIN SOLUTION
        mean = X.mean(dim=(1, 2, 3), keepdim=True)
        spread = X.std(dim=(1, 2, 3), keepdim=True)
        return self.layers((X - mean) / (spread + 1e-3))  # any contrast looks the same
        # END SOLUTION


def own_augment(X):
    """Change training images at random. X: (N, C, H, W), from 0 to 1."""

    # 3. Your changes (ours: eight lines).
    # BEGIN SOLUTION
    def uniform(*shape):  # from -1 to 1
        return 2 * torch.rand(len(X), *shape, device=X.device) - 1

    turn, move = 0.45 * uniform(), 0.35 * uniform(2)
    cos, sin = turn.cos(), turn.sin()
    rows = torch.stack([cos, -sin, move[:, 0], sin, cos, move[:, 1]], dim=1)
    grid = F.affine_grid(rows.view(-1, 2, 3), X.shape, align_corners=False)
    moved = F.grid_sample(X, grid, align_corners=False)
    return moved + 0.2 * uniform(1, 1, 1).abs() * torch.randn_like(X)
    # END SOLUTION


# 4. Your settings (ours: eight lines).
# BEGIN SOLUTION
own_settings = Settings(
    optimizer="adamw",
    learning_rate=5e-3,
    batch_size=64,
    epochs=40,
    weight_decay=0.01,
    schedule="cosine",
)
# END SOLUTION
