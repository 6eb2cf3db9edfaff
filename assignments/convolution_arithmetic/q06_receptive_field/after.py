# %% tags=["otter_ignore"]
from deeplearning.plots import plot_curves

plain_stack = [(3, 1)] * 13
pooled_stack = [(3, 1), (3, 1), (2, 2)] * 5
field_plot = plot_curves(
    {
        "with pools": [receptive_field(pooled_stack[:n]) for n in range(14)],
        "without": [receptive_field(plain_stack[:n]) for n in range(14)],
    },
    xlabel="layers",
    ylabel="receptive field (pixels)",
)
print("with pools:", *[receptive_field(pooled_stack[:n]) for n in range(14)])

# %% [markdown]
# Without pools the field grows by two pixels a layer: a 224-pixel image would need 112 layers.
# Follow the other curve: how much does a pool add at once, and how much do the layers behind it?
