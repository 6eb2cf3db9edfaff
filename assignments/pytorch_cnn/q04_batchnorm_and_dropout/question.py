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
# **For example**, `bn_dropout_p = 0.5` drops every second of the 256 hidden units in a training step, and doubles the others.
#
# **The goal** is 86 % of the nearly plain digits (38 % on CIFAR-100).
# Run the cells below yours, and come back to run the check.

# %% tags=["solution"]
# The probability to drop, and the settings: about two lines.
# BEGIN SOLUTION
bn_dropout_p = 0.3
bn_dropout_settings = Settings(learning_rate=3e-3, epochs=30, schedule="cosine")
# END SOLUTION
