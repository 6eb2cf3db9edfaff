# %% tags=["otter_ignore"]
torch.manual_seed(1)
w_single, losses_single = train_with_dropout(x_tensor, y_tensor, 0.5, 1, 1000)
plot_curves({"one mask": losses_single}, xlabel="step", ylabel="loss")
print("after 1000 steps:", w_single.round(3))
for _ in range(3):
    w_again, _ = train_with_dropout(x_tensor, y_tensor, 0.5, 1, 1000)
    print("and again:       ", w_again.round(3))

# %% [markdown]
# The curve has levels: which rows do they belong to?
