# %% tags=["otter_ignore"]
example_gradients = weight_gradients(example_xs, exact_deltas)
for step_size in (0.001, 0.01, 0.1):
    moved_weights = [
        W - step_size * gradient
        for W, gradient in zip(example_weights, example_gradients, strict=True)
    ]
    moved_error = np.sum((forward_pass(np.array([2.0]), moved_weights)[-1] - 1.0) ** 2)
    slope = (3.251138 - moved_error) / step_size
    print(f"step {step_size}: e = {moved_error:.4f}, it fell by {slope:.1f} per unit")
squares = sum(np.sum(gradient**2) for gradient in example_gradients)
print(f"sum of all squared gradients: {squares:.1f}")

# %% [markdown]
# For a small step, the error falls at a rate that is the sum of the squared gradients.
# If the two numbers nearly agree at 0.001, your matrices are probably right.
# For a larger step the straight line is no longer a good guide, and this is where the step size, momentum and Adam of Part 1 come in.
