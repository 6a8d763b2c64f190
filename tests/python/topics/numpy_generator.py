"""numpy.random.default_rng: what is drawn, number by number (recorded with numpy 2.4.6)."""

from templates import programs

CASES = programs("""
    import numpy as np
    rng = np.random.default_rng(42)
    print(rng.random(), rng.random(3), rng.integers(0, 10, 5), rng.integers(5), rng.integers(1, 7, size=(2, 2), endpoint=True))
    print(rng.uniform(1, 2, 2), rng.choice(5, 3), rng.choice([1, 2, 3]), rng.choice(10, 4, replace=False))
    print(rng.choice(["a", "b"], 3, p=[0.3, 0.7]), rng.permutation(5), rng.permutation([3, 4, 5]), rng.integers(0, 2**40, 2))
    print(rng.standard_normal(3), rng.normal(5, 2, 3), rng.exponential(2, 3), rng.poisson(3, 4), rng.poisson(30, 3))
    print(rng.binomial(10, 0.5, 3), rng.beta(2, 3, 2), rng.gamma(2, 1, 2), rng.gamma(0.5, 1, 2), rng.lognormal(0, 1, 2))
    print(np.array([rng.standard_normal(200).sum(), rng.exponential(1, 300).sum()]))
    items = [1, 2, 3, 4, 5]
    rng.shuffle(items)
    rows = np.arange(6).reshape(3, 2)
    rng.shuffle(rows)
    print(items, rows, rng)
    print(np.random.default_rng([1, 2, 3]).random(), np.random.default_rng(2**70).random(), np.random.default_rng(0).integers(0, 100, 10))
    print(type(rng.random()), type(rng.integers(3)), type(rng.normal()), type(rng.choice(3)))
""")
