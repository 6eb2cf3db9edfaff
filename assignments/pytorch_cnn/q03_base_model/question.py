# rows: P3
# %% [markdown]
# ## Question 3 · The plain network, trained
#
# You choose the settings, train, and save the weights.
# The grader loads them into *your* class, and measures the accuracy itself.
# What it shows are **nearly plain** images: test images, which `load_images` leaves out, moved by less than half a pixel, turned by a few degrees, with a little noise.
# It never trains, and it does not believe the accuracy in your record.

# %% [markdown]
# `Settings` has these fields; the others may stay as they are.
#
# | field | choices |
# |---|---|
# | `optimizer` | `"sgd"` (with `momentum`), `"adam"`, `"adamw"` |
# | `learning_rate` | of the first step |
# | `schedule` | `"constant"`, or `"cosine"`: the rate falls to 0 |
# | `batch_size` | images in a step |
# | `epochs` | walks through the training set |
# | `weight_decay`, `label_smoothing`, `seed` | |

# %% [markdown]
# **The budget** holds for this question and the next two: at most 60 epochs on `digits` (10 on CIFAR), 20,000 steps, and 1,000,000 stored numbers.
#
# **For example**, 20 epochs in batches of 64 are 20 times 18 steps, since 1,197 images fill 18 batches.
#
# **The goal** is 80 % of the nearly plain digits (35 % on CIFAR-100).
# Set the settings, run the cell that trains, then the check.

# %% tags=["solution"]
# The settings of the plain network: one to three lines.
base_settings = Settings(
    # BEGIN SOLUTION
    epochs=30,
    # END SOLUTION
)

# %% [markdown]
# ### Train and save
#
# If the session is lost, run the cell again: it goes on after the last whole epoch.
# New settings start anew.
# New code does not: if you correct `NeuralNetwork` or `train_step`, delete `base.checkpoint` first.

# %% tags=["otter_ignore"]
base = NeuralNetwork(**images.shape)
base_run = fit(base, images, base_settings, train_step, checkpoint="base.checkpoint")
save_weights("base", base, base_run, **images.shape)
