# %% tags=["otter_ignore"]
import torch

demo_net = torch.nn.Sequential(
    torch.nn.Conv2d(1, 3, 3, padding=1, padding_mode="circular"),
    torch.nn.ReLU(),
    torch.nn.Conv2d(3, 3, 3, padding=1, padding_mode="circular"),
    torch.nn.ReLU(),
    torch.nn.AdaptiveAvgPool2d(1),
    torch.nn.Flatten(),
)
with torch.no_grad():
    lines = torch.tensor(np.stack([x1, x3, x2, x4]), dtype=torch.float32)
    print(demo_net(lines[:, None]).numpy().round(4))

# %% [markdown]
# Rows 1 and 2 agree, and so do rows 3 and 4, whatever the random weights are.
# The convolutions shift their maps with the image (equivariance), and the mean over all positions forgets where (invariance).
#
# Change B is easily overlooked, and textbook exercises have been built on it.
# With a kernel of 2 and padding on every side, each map grows by a row and a column, so GAP counts some positions twice.
