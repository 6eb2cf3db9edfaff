# %% [markdown]
# Networks such as VGG and ResNet give each stage after a pool twice as many channels as the stage before it.
# Hold that against your three quotients: what do they save, and what do they gain instead?
