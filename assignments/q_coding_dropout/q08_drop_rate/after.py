# %% tags=["otter_ignore"]
sweep = np.linspace(0.001, 0.95, 100)
w_sweep = np.array([w_of_p(x, y, p) for p in sweep])
w_at_zero = w_of_p(x, y, 0.0)
_, sweep_axes = axes()
for at_zero, name, colour in zip(w_at_zero, ("$w_1$", "$w_2$"), (GIVEN, YOURS)):
    sweep_axes.plot(0, at_zero, "o", color=colour)
    sweep_axes.annotate(f"{name} at 0", (0.02, at_zero), color=ink(colour), va="center")
plot_curves(
    {"$w_1$": (sweep, w_sweep[:, 0]), "$w_2$": (sweep, w_sweep[:, 1])},
    xlabel="probability to drop",
    ylabel="weight",
    ax=sweep_axes,
)
print("near 0:", w_sweep[0].round(3), "  at 0:", w_at_zero.round(3))
