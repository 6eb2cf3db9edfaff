# %% tags=["otter_ignore"]
noisy_digits = digits.first(300).with_wrong_labels(0.3)
drop_rates = [0, 0.25, 0.5, 0.75]
train_ends, val_ends = accuracy_by_dropout(noisy_digits, drop_rates)
_, drop_axes = axes(height=3.6)
drop_axes.set(xticks=drop_rates)
drop_axes.axhline(0.7, color=QUIET, linewidth=1)
drop_axes.annotate("share of right labels", (0, 0.703), color=QUIET)
drop_axes = plot_curves(
    {"training": (drop_rates, train_ends), "validation": (drop_rates, val_ends)},
    xlabel="drop rate",
    ylabel="accuracy after 60 epochs",
    ax=drop_axes,
)

# %% [markdown]
# The two curves go in opposite directions.
# A network that learned only what digits look like would agree with 70 % of the training labels, the right ones; everything above the grey line is learned by heart.
#
# Dropout does not always raise the validation accuracy.
# On these digits with all labels right, it hardly changes it, and a high rate lowers it.
# It helps where a network can memorize: few images, many weights, noisy labels.
