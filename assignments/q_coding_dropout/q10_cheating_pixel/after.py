# %% tags=["otter_ignore"]
pixels = load_pixels()
print(f"{pixels.name}: accuracy on clean images / with the hint, three seeds")
for cheat_rate in (0.0, 0.5, 0.75):
    results = []
    for seed in range(3):
        torch.manual_seed(seed)
        results.append(cheat_experiment(pixels, cheat_rate))
    shown = "   ".join(f"{clean:.3f} / {hinted:.3f}" for clean, hinted in results)
    print(f"p_drop {cheat_rate:.2f}   {shown}")

# %% [markdown]
# On the digits, dropout at rate one half raises the clean accuracy by several points in every run.
# It is the two-weight model again: an input that is often missing cannot do all of the work.
