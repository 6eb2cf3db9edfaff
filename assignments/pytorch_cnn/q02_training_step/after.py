# %% [markdown]
# ### What `fit` does with it
#
# `fit` from `deeplearning.training` shuffles the images, hands your step one batch after the other, and shows its progress on one line.
# With `checkpoint=...` it writes a file after every epoch; if the session is lost, running the cell again goes on from there, exactly as if nothing had happened.
# On a GPU that can, it runs your step in bfloat16.
#
# The next cell takes 124 steps: the loss should begin to fall.

# %% tags=["otter_ignore"]
trial = fit(
    NeuralNetwork(**images.shape),
    images,
    Settings(learning_rate=1e-3, batch_size=64, epochs=4),
    train_step,
)
