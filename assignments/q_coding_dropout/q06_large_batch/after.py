# %% tags=["otter_ignore"]
torch.manual_seed(2)
four_rows = np.array([[20.0, 2.0], [20.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
for many_steps in (1000, 10_000):
    w_sampled, losses_large = train_with_dropout(
        x_tensor, y_tensor, 0.5, 1024, many_steps
    )
    w_limit = average_descent(four_rows, np.full(4, y), 1e-3, many_steps)
    print(f"{many_steps:6d} steps   sampled {w_sampled.round(3)}", end="   ")
    average = np.mean((four_rows @ w_limit - y) ** 2)
    print(f"without noise {w_limit.round(3)}   its average loss {average:.2f}")
plot_curves({"1024 masks": losses_large[:1000]}, xlabel="step", ylabel="loss");

# %% [markdown]
# Compare the two columns of weights after 1000 steps and after 10,000, and compare them with your letters.
# What changes between the two?
