"""Calls the plain layer for each channel; the cache is a list."""


def spatial_batchnorm_forward(x, gamma, beta, bn_param):
    N, C, H, W = x.shape
    outs, caches = [], []
    for c in range(C):
        p = {"mode": "train", "eps": bn_param.get("eps", 1e-5)}
        o, k = batchnorm_forward(
            x[:, c].reshape(-1, 1), gamma[c : c + 1], beta[c : c + 1], p
        )
        outs.append(o.reshape(N, H, W))
        caches.append(k)
    return np.stack(outs, 1), caches


def spatial_batchnorm_backward(dout, cache):
    dx, dg, db = np.zeros_like(dout), [], []
    for c, k in enumerate(cache):
        a, g, b = batchnorm_backward(dout[:, c].reshape(-1, 1), k)
        dx[:, c] = a.reshape(dout[:, c].shape)
        dg.append(g[0])
        db.append(b[0])
    return dx, np.array(dg), np.array(db)
