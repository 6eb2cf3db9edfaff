# %% [markdown]
# However many entries are dropped, the mean of the output stays near the mean of `x`, which is 10.
# So the next layer sees the same scale in training and in testing.

# %% tags=["otter_ignore"]
for p_drop in (0.25, 0.4, 0.7):
    tens = np.random.default_rng(4).normal(10.0, 1.0, size=(500, 500))
    in_training, _ = dropout_forward(tens, {"mode": "train", "p": p_drop})
    in_testing, _ = dropout_forward(tens, {"mode": "test", "p": p_drop})
    print(
        f"p = {p_drop:.2f}   zeros {np.mean(in_training == 0):.3f}   "
        f"mean in training {in_training.mean():6.3f}   "
        f"in testing {in_testing.mean():6.3f}"
    )
