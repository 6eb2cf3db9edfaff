# %% tags=["otter_ignore"]
plain_net = linear_net(2)
plain_sgd = torch.optim.SGD(plain_net.parameters(), lr=1e-3)
plain_losses = train(plain_net, x_tensor, y_tensor, plain_sgd, steps=1000)
print("after 1000 steps:", plain_net.weight.detach().numpy().round(4))
print("last loss:", f"{plain_losses[-1]:.1e}")

# %% [markdown]
# Gradient descent arrives at the shortest solution of Question 1, although nobody asked for a short one.
