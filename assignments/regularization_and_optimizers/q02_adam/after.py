# %% tags=["otter_ignore"]
theta_steady, m_steady, v_steady = np.zeros(1), np.zeros(1), np.zeros(1)
step_lengths = []
for _ in range(300):
    theta_before = theta_steady
    theta_steady, m_steady, v_steady = adam_step(
        theta_steady, m_steady, v_steady, np.ones(1), 0.001, 0.9, 0.999
    )
    step_lengths.append((theta_before - theta_steady)[0] / 0.001)
adam_axes = plot_curves(
    {"Adam": step_lengths}, xlabel="step", ylabel="step length / eta"
)
print(f"first step: {step_lengths[0]:.2f} eta, longest: {max(step_lengths):.2f} eta")

# %% [markdown]
# The gradient is the same at every step, so every step should have the length $\eta$.
# Both running means start at 0, but $v$ recovers far more slowly than $m$.
# The early steps are therefore several times too long, and this is what bias correction repairs.
