# %% tags=["otter_ignore"]
print("receptive field, standard:  ", receptive_field([(3, 1), (3, 1)]))
print("receptive field, bottleneck:", receptive_field([(1, 1), (3, 1), (1, 1)]))
print(f"parameters, width 128, standard / bottleneck: {equal_width_ratio(128, 32):.1f}")

# %% [markdown]
# ResNet-18 and ResNet-34 use standard blocks; ResNet-50 and deeper networks use bottlenecks with $S = C/4$, where the savings pay for the depth.
