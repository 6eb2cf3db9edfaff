# %% [markdown]
# ### What your network sees
#
# The next cell trains your network on 100 images of digits.
# With so few images it should learn all of them by heart: that is the quickest way to find a mistake in a network.

# %% tags=["otter_ignore"]
digits = load("digits")
small = digits.subset(100, 200)
net = ThreeLayerConvNet(
    input_dim=(1, 8, 8), num_filters=8, filter_size=3, hidden_dim=40,
    weight_scale=0.1, reg=1e-3, seed=1,
)
solver = Solver(
    net, small.as_images(), update_rule="adam", optim_config={"learning_rate": 3e-3},
    num_epochs=12, batch_size=25, seed=1,
)
solver.train()

# %% tags=["otter_ignore"]
from deeplearning.plots import plot_curves

plot_curves(
    {"training": solver.train_acc_history, "validation": solver.val_acc_history},
    xlabel="epoch", ylabel="accuracy",
)
