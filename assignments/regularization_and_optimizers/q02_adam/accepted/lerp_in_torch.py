"""torch.lerp for the two means, in float64."""


def adam_step(theta, m, v, g, eta, beta1, beta2):
    import torch

    theta, m, v = (torch.as_tensor(a, dtype=torch.float64) for a in (theta, m, v))
    g = torch.as_tensor(g, dtype=torch.float64).expand_as(theta)
    m = torch.lerp(m, g, 1 - beta1)
    v = torch.lerp(v, g.square(), 1 - beta2)
    theta = theta.addcmul(m, v.rsqrt(), value=-eta)
    return theta.numpy(), m.numpy(), v.numpy()
