# %% [markdown]
# ### What trains here
#
# `drawn` holds pictures that a seed draws: 2,000 to train on, of ten shapes, 32 by 32 pixels in colour.
# Neither colour nor brightness gives a shape away, so the network has to find outlines.
# A linear classifier reads about one in four.
# `cifar10` holds photographs; it is downloaded, and needs a GPU.

# %% tags=["otter_ignore"]
images = load_images(DATA)
print("Training on", describe(device()))
count, channels, height, width = images.X_train.shape
print(f"{DATA}: {count:,} images, {channels} x {height} x {width} numbers each")
print("Arguments that fit a network to them:", images.shape)
print(f"At most {images.budget.parameters:,} parameters, {images.budget.steps:,} steps")

# %% [markdown]
# Three training pictures of each class:

# %% tags=["otter_ignore"]
figure, panels = axes(len(images.classes), width=9.0, height=2.9)
for index, (panel, name) in enumerate(zip(panels, images.classes)):
    pictures = images.X_train[images.y_train == index][:3].cpu()
    framed = F.pad(pictures, (0, 0, 0, 3), value=255)  # a white line below each
    panel.imshow(torch.cat(list(framed.movedim(1, -1))))
    panel.set_title(name, fontsize=9)
    panel.axis("off")
print("From left to right:", ", ".join(images.classes))

# %% [markdown]
# ### Where the parameters are
#
# The first linear layer holds nine of ten parameters.

# %% tags=["otter_ignore"]
network = NeuralNetwork(**images.shape)
for name, weights in network.named_parameters():
    print(f"{name:16s} {tuple(weights.shape)!s:18s} {weights.numel():8,}")
print(f"{'all':35s} {sum(w.numel() for w in network.parameters()):8,}")
