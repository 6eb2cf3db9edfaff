# %% tags=["otter_ignore"]
noisy_gradients = 1 + 0.8 * rng.normal(size=60)
theta_now, m_now, running_means = np.zeros(1), np.zeros(1), []
for noisy_gradient in noisy_gradients:
    theta_now, m_now = momentum_step(theta_now, m_now, noisy_gradient, 0.01, 0.9)
    running_means.append(m_now[0])
momentum_axes = plot_curves(
    {"gradient": noisy_gradients, "m": running_means}, xlabel="step", ylabel="gradient"
)
print(f"spread of the last 30: gradient {np.std(noisy_gradients[30:]):.2f}", end=", ")
print(f"m {np.std(running_means[30:]):.2f}; m after 5 steps: {running_means[4]:.2f}")

# %% [markdown]
# The true gradient is 1.
# The running mean is much calmer than what it averages.
# But it starts at 0, and for the first twenty steps it is too small: keep that in mind for the next question.
