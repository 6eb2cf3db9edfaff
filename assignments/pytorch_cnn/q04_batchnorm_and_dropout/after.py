# %% [markdown]
# ### What the running statistics cost
#
# Both networks see the validation images with less and less contrast.
# Where does each of them begin to guess?

# %% tags=["otter_ignore"]
contrasts = [1.0, 0.8, 0.6, 0.4, 0.2]
curves = {"plain": [], "batch norm, dropout": []}
for contrast in contrasts:
    faint = (contrast * images.X_val + (1 - contrast) * 128).to(torch.uint8)
    curves["plain"].append(accuracy(base, faint, images.y_val))
    curves["batch norm, dropout"].append(accuracy(bn_dropout, faint, images.y_val))
plot_curves(
    {name: (contrasts, values) for name, values in curves.items()},
    xlabel="contrast",
    ylabel="accuracy",
)
print("contrast   plain   batch norm, dropout")
for contrast, *accuracies in zip(contrasts, *curves.values()):
    print(f"{contrast:8.1f}   {accuracies[0]:5.1%}   {accuracies[1]:19.1%}")
