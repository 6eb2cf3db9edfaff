# %% [markdown]
# ### What your network learns
#
# The next cell trains your network on 100 images of digits.
# With so few images it should learn nearly all of them by heart: that is the quickest way to find a mistake in a network.

# %% tags=["otter_ignore"]
net = ThreeLayerConvNet(
    input_dim=(1, 8, 8),
    num_filters=8,
    filter_size=3,
    hidden_dim=40,
    weight_scale=0.1,
    reg=1e-3,
    seed=1,
)
solver = Solver(
    net,
    load("digits").first(100),
    update_rule="adam",
    optim_config={"learning_rate": 5e-3},
    num_epochs=15,
    batch_size=20,
    seed=1,
)
solver.train()

# %% tags=["otter_ignore"]
curves = {"training": solver.train_acc_history, "validation": solver.val_acc_history}
plot_curves(curves, xlabel="epoch", ylabel="accuracy")
for name, curve in curves.items():
    print(f"{name:10s} {curve[0]:.2f} after the first epoch, {curve[-1]:.2f} at last")

# %% [markdown]
# The gap between the two curves is what the network learned by heart: 100 images are too few to learn what a digit is.
# The filters themselves are small images, so you can look at them.

# %% tags=["otter_ignore"]
print("Eight filters, dark where a weight is lowest. The spread of each:")
print(*[f"{kernel.std():.2f}" for kernel in net.params["W1"][:, 0]])
figure, panels = axes(8, width=6.4, height=1.1)
for panel, kernel in zip(panels, net.params["W1"][:, 0]):
    panel.imshow(kernel, cmap="gray")
    panel.axis("off")
