# %% tags=["otter_ignore"]
run_curves = {
    "training": base_run.train_accuracies,
    "validation": base_run.val_accuracies,
}
plot_curves(run_curves, xlabel="epoch", ylabel="accuracy")
for name, curve in run_curves.items():
    print(f"{name:10s} {curve[0]:.1%} after the first epoch, {curve[-1]:.1%} at last")

# %% [markdown]
# The validation images are as plain as the training images.
# How much of the accuracy is left when each image moves by four pixels, and what leaves on the right comes back on the left?

# %% tags=["otter_ignore"]
moved = torch.roll(images.X_val, shifts=4, dims=3)
print(f"as they are:             {accuracy(base, images.X_val, images.y_val):.1%}")
print(f"four pixels to the right: {accuracy(base, moved, images.y_val):.1%}")
