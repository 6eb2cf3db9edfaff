# %% tags=["otter_ignore"]
torch.manual_seed(1)
w_single, losses_single = train_with_dropout(x_tensor, y_tensor, 0.5, 1, 1000)
plot_curves({"one mask": losses_single}, xlabel="step", ylabel="loss")
print("after  1,000 steps:", w_single.round(3))
for _ in range(3):
    w_again, _ = train_with_dropout(x_tensor, y_tensor, 0.5, 1, 10_000)
    print("after 10,000 steps:", w_again.round(3))

# %% [markdown]
# One level of the curve is sharp: which row does it belong to?
