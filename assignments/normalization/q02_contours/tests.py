"""What batch norm does to a covariance matrix, and points along its contours."""

from functools import partial

import numpy as np

from checks import (
    Array,
    Function,
    assert_array,
    assert_close,
    assert_inputs_unchanged,
    assert_outputs,
    hidden,
    public,
    random_cases,
)
from checks.gaussians import covariance_cases, exact_batch
from checks.hints import equal, recognise


@public(points=1)
def test_standardizes_independent_features(bn_cov: Function) -> None:
    """bn_cov should give two independent features the mean 0 and the variance 1."""
    result = bn_cov(np.array([5.0, -2.0]), np.diag([4.0, 9.0]))
    mean, cov = assert_outputs(result, count=2, name="bn_cov")
    assert_close(mean, [0.0, 0.0], name="mean")
    assert_close(cov, np.eye(2), name="cov")


@public(points=1)
def test_draws_a_circle(contour_points: Function) -> None:
    """contour_points should draw a circle of radius k when the covariance is the identity."""
    points = contour_points(np.array([1.0, -1.0]), np.eye(2), 2.0, 50)
    array = assert_array(points, (50, 2), name="contour_points(mean, cov, k, 50)")
    radius = np.hypot(array[:, 0] - 1.0, array[:, 1] + 1.0)
    assert_close(radius, np.full(50, 2.0), name="the distance from the mean")


@hidden(points=3)
def test_keeps_the_correlation(bn_cov: Function) -> None:
    """bn_cov should give what batch norm does to any mean and covariance."""
    rng = random_cases("covariance")
    for mu, sigma in covariance_cases(rng):
        x = exact_batch(mu, sigma, rng)
        out = (x - x.mean(axis=0)) / x.std(axis=0)
        truth = out.T @ out / len(out)
        mean, cov = assert_outputs(bn_cov(mu, sigma), count=2, name="bn_cov")
        var, whole = np.diag(sigma), np.linalg.inv(sigma)
        alone = "each feature is divided by a number of its own: can that decorrelate?"
        centred = "centring is half of it: the features are also divided by something."
        root = "each feature is divided by its standard deviation, not its variance."
        once = "an entry of a covariance matrix belongs to two features."
        mistakes = [
            (alone, np.eye(len(mu))),
            (centred, sigma),
            (root, sigma / np.outer(var, var)),
            (
                "which spread belongs to which feature?",
                sigma / np.outer(np.sqrt(var[::-1]), np.sqrt(var[::-1])),
            ),
            (once, sigma / var),
            (once, sigma / var[:, None]),
            (once, sigma / np.sqrt(var)),
            (once, sigma / np.sqrt(var)[:, None]),
            ("invert nothing: which entries should be 1?", whole),
        ]

        hint = partial(recognise, mistakes=mistakes)

        moved = "where is the centre of each feature after subtracting its mean?"
        assert_close(mean, np.zeros_like(mu), name="mean", hint=moved)
        assert_close(cov, truth, name="cov", hint=hint)


@hidden(points=2)
def test_contours_have_the_right_distance(contour_points: Function) -> None:
    """contour_points should give points that all lie k standard deviations from the mean."""
    rng = random_cases("contour")

    def squared(points: Array, centre: Array, matrix: Array) -> Array:
        gap = points - centre
        return np.asarray((gap @ np.linalg.inv(matrix) * gap).sum(axis=1))

    for k in (0.5, 1.0, 2.0, 3.0):
        mean, cov = covariance_cases(rng, sizes=(2,))[0]
        name, full = f"contour_points(mean, cov, {k}, 60)", np.full(60, k * k)
        points = assert_array(contour_points(mean, cov, k, 60), (60, 2), name=name)
        root = np.asarray(np.linalg.cholesky(cov), dtype=np.float64)
        seen = squared(points, mean, cov)
        other_side = "the points are rows here: should L multiply from the other side?"
        suspects = [
            ("L must satisfy L @ L.T = cov: does cov itself?", mean, cov @ cov),
            (other_side, mean, root.T @ root),
            ("the off-diagonal entry tilts it.", mean, np.diag(np.diag(cov))),
            ("the contour lies around mean.", 0 * mean, cov),
            (
                "a circle is the contour of the identity: where does cov enter?",
                mean,
                np.eye(2),
            ),
        ]
        hints = [text for text, m, c in suspects if equal(squared(points, m, c), full)]
        radius = "k counts standard deviations, and the equation has k squared."
        hint = recognise(seen, [(radius, full / k), (radius, full * k * k)])
        what = "(z - m)' C^-1 (z - m) along the contour"
        assert_close(seen, full, name=what, hint=hint or next(iter(hints), None))


@hidden(points=2)
def test_contours_go_all_the_way_round(contour_points: Function) -> None:
    """contour_points should give points that follow each other once around the mean."""
    for mean, cov in covariance_cases(random_cases("round"), sizes=(2, 2)):
        points = assert_array(
            contour_points(mean, cov, 1.5, 80), (80, 2), name="contour_points"
        )
        circle = np.linalg.solve(np.linalg.cholesky(cov), (points - mean).T)
        angle = np.unwrap(np.arctan2(circle[1], circle[0]))
        around = "your points should lie around mean; do they lie around the origin?"
        assert np.linalg.norm(circle.mean(axis=1)) < 1.5, (
            f"The middle of contour_points is not the mean. Hint: {around}"
        )
        ends = "from which angle to which angle do your points go?"
        gap = np.diff(np.sort(angle % (2 * np.pi)), append=0.0)
        gap[-1] += 2 * np.pi + (angle % (2 * np.pi)).min()
        assert gap.max() < 1.0, (
            f"contour_points leaves a gap of {np.degrees(gap.max()):.0f} degrees of the "
            f"circle open. Hint: {ends}"
        )
        step = np.abs(np.diff(angle)).max()
        assert step < 1.0, (
            f"contour_points jumps by {np.degrees(step):.0f} degrees of the circle from "
            "one point to the next. Hint: a pencil that joins them should draw the curve."
        )
        turn = np.ptp(angle)
        assert turn < 2 * np.pi + 0.1, (
            f"contour_points goes {turn / 2 / np.pi:.1f} times around the mean, not once. "
            f"Hint: {ends}"
        )


@hidden(points=1)
def test_leaves_its_inputs_alone(bn_cov: Function) -> None:
    """bn_cov should change neither mu nor Sigma."""
    ((mu, sigma),) = covariance_cases(random_cases("inputs"), sizes=(3,))
    mean, cov = assert_outputs(bn_cov(mu, sigma), count=2, name="bn_cov")
    assert_array(mean, (3,), name="mean")
    assert_array(cov, (3, 3), name="cov")
    assert_inputs_unchanged(bn_cov, mu, sigma)
