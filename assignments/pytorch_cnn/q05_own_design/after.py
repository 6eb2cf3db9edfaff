# %% [markdown]
# ### Before you hand in
#
# Validation images, changed by your own `own_augment`, say how hard your training was.
# The grader's images are changed in its own way, so leave some room above its numbers.

# %% tags=["otter_ignore"]
own.eval()
changed = (255 * own_augment(as_input(images.X_val))).clamp(0, 255).to(torch.uint8)
networks = {"plain": base, "batch norm, dropout": bn_dropout, "own": own}
for name, trained in networks.items():
    plain, hard = (accuracy(trained, X, images.y_val) for X in (images.X_val, changed))
    print(f"{name:20s} as they are {plain:6.1%}   changed {hard:6.1%}")

# %% tags=["otter_ignore"]
figure, panels = axes(8, width=6.4, height=1.0)
for panel, picture in zip(panels, changed.cpu()):
    panel.imshow(picture.movedim(0, -1).squeeze(), cmap="gray", vmin=0, vmax=255)
    panel.axis("off")
shown = [images.classes[label] for label in images.y_val[:8]]
print("The first eight, changed:", ", ".join(shown))
