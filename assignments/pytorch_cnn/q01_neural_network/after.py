# %% [markdown]
# ### What trains here
#
# `digits` comes with scikit-learn: 1,197 training images of 8 by 8 pixels, which a laptop learns in seconds.
# `cifar100` is downloaded and wants a GPU.

# %% tags=["otter_ignore"]
images = load_images(DATA)
print("Training on", describe(device()))
count, channels, height, width = images.X_train.shape
print(f"{DATA}: {count:,} images, {channels} x {height} x {width} numbers each")
print("Arguments that fit a network to them:", images.shape)
print(f"At most {images.budget.parameters:,} parameters, {images.budget.steps:,} steps")

# %% [markdown]
# ### Where the parameters are
#
# Compare the two tables: the first linear layer holds five of six parameters of the network for photographs, and two of five for digits.

# %% tags=["otter_ignore"]
for arguments in ({}, images.shape):
    network = NeuralNetwork(**arguments)
    for name, weights in network.named_parameters():
        print(f"{name:16s} {tuple(weights.shape)!s:18s} {weights.numel():8,}")
    print(f"{'all':35s} {sum(w.numel() for w in network.parameters()):8,}\n")
