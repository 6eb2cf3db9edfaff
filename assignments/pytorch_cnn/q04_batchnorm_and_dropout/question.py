# rows: P4
# %% [markdown]
# ## Question 4 · Batch norm and dropout, trained
#
# The same network with its two options: batch norm in every block, and dropout before the last layer.
#
# Batch norm has a catch.
# In evaluation it uses *running* statistics of the training images, so images with another brightness or contrast reach the layers on a scale that they never saw.
# Training images with some variety help; the cell below adds a little noise to every batch.

# %%
def speckle(X):
    """Add a little noise to every pixel. X: (N, C, H, W), from 0 to 1."""
    return X + 0.1 * torch.randn_like(X)


# %% [markdown]
# Choose `bn_dropout_p`, the probability to *drop* a unit, and the settings; the budget is that of Question 3.
#
# **For example**, `bn_dropout_p = 0.5` drops each of the 256 hidden units with probability one half in a training step, and doubles the others.
#
# **The goal** is 85 % of the nearly plain pictures (64 % on CIFAR-10); leave some room.
# Run the cell that trains, then the check.

# %% tags=["solution"]
# The probability to drop, and the settings: about four lines.
bn_dropout_p = 0.3  # SOLUTION
bn_dropout_settings = Settings(
    # BEGIN SOLUTION
    learning_rate=2e-3,
    epochs=14,
    schedule="cosine",
    # END SOLUTION
)

# %% [markdown]
# ### Train and save, with some noise
#
# Delete `bn_dropout.checkpoint` when you have changed `bn_dropout_p`, `speckle` or other code.

# %% tags=["otter_ignore"]
bn_dropout_options = {"do_batchnorm": True, "p_dropout": bn_dropout_p, **images.shape}
bn_dropout = NeuralNetwork(**bn_dropout_options)
bn_dropout_run = fit(
    bn_dropout,
    images,
    bn_dropout_settings,
    train_step,
    augment=speckle,
    checkpoint="bn_dropout.checkpoint",
)
save_weights("bn_dropout", bn_dropout, bn_dropout_run, **bn_dropout_options)
