# %% tags=["otter_ignore"]
noisy_digits = digits.first(300).with_wrong_labels(0.3)
drop_rates = [0, 0.25, 0.5, 0.75, 0.95]
train_ends, val_ends = accuracy_by_dropout(noisy_digits, drop_rates)
_, drop_axes = axes(height=3.6)
drop_axes.set(xticks=drop_rates, xticklabels=drop_rates)
drop_axes.axhline(0.7, color=QUIET, linewidth=1)
drop_axes.annotate("share of right labels", (0, 0.704), color=QUIET)
drop_axes = plot_curves(
    {"training": (drop_rates, train_ends), "validation": (drop_rates, val_ends)},
    xlabel="drop rate",
    ylabel="accuracy after 60 epochs",
    ax=drop_axes,
)

# %% [markdown]
# Up to a rate of 0.75 the curves go in opposite directions; at 0.95 too little of the network is left, and both fall.
# A network that learned only what digits look like would agree with 70 % of the training labels; what lies above the grey line is learned by heart.
#
# Dropout does not always help: with all labels right, it hardly changes the validation accuracy here.
# It helps where a network can memorize: few images, many weights, noisy labels.
