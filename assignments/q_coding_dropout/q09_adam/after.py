# %% tags=["otter_ignore"]
all_rows = torch.tensor([[20.0, 2.0], [20.0, 0.0], [0.0, 2.0], [0.0, 0.0]])
cases = {
    "p_drop = 0  ": (x_tensor, y_tensor),
    "p_drop = 0.5": (all_rows, torch.full((4, 1), 11.0)),
}
for case, (X_case, Y_case) in cases.items():
    for optimizer_class in (torch.optim.SGD, torch.optim.Adam):
        ends = [
            final_weights(X_case, Y_case, optimizer_class, many).round(3)
            for many in (1000, 10_000)
        ]
        print(f"{case}   {optimizer_class.__name__:4s}  1000 steps", end=" ")
        print(f"{ends[0]}   10,000 steps {ends[1]}")
print("predicted for Adam at p_drop = 0:", adam_solution(x, y))

# %% [markdown]
# Compare the optimizers within each case, and the two numbers of steps, and compare what you see with your letters.
# How far can Adam move a weight in one step, at a learning rate of 0.001?
