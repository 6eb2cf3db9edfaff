# %% tags=["otter_ignore"]
noisy_digits = digits.first(300).with_wrong_labels(0.3)
drop_rates = [0, 0.25, 0.5, 0.75, 0.95]
train_ends, val_ends = accuracy_by_dropout(noisy_digits, drop_rates)
_, drop_axes = axes(height=3.6)
drop_axes.set(xticks=drop_rates, xticklabels=drop_rates)
drop_axes.axhline(0.7, color=QUIET, linewidth=1)
drop_axes.annotate("share of right labels", (0, 0.704), color=ink(QUIET))
plot_curves(
    {"training": (drop_rates, train_ends), "validation": (drop_rates, val_ends)},
    xlabel="drop rate",
    ylabel="accuracy after 60 epochs",
    ax=drop_axes,
)
for drop_rate, train_end, val_end in zip(drop_rates, train_ends, val_ends):
    print(
        f"drop rate {drop_rate:4}   training {train_end:.2f}   validation {val_end:.2f}"
    )

# %% [markdown]
# The grey line is the share of the training labels that are right, 70 %.
# Compare the curves with the line and with your letters, and keep their numbers for the next question.
