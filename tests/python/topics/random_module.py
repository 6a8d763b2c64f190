"""random: the numbers that CPython draws for a seed."""

from templates import family, lines, programs

SEEDS = ["0", "1", "42", "-7", "2**70", "'stream'", "''", "1.5", "b'ab'", "'é'", "True", "2**32", "12345"]
DRAWS = ["[random.random() for _ in range(3)]", "[random.randint(1, 6) for _ in range(12)]", "[random.randrange(100) for _ in range(6)], random.randrange(0, 100, 7), random.randrange(2**70)",
         "random.choice('abcdef'), random.choice([1, 2, 3]), random.choices('abc', k=5), random.choices([1, 2, 3], weights=[5, 1, 1], k=6)",
         "random.sample(range(100), 5), random.sample('abcdef', 3), random.sample([1, 2, 3], 3)", "random.uniform(1, 10), random.uniform(5, -5), random.triangular(0, 1, 0.5)",
         "random.gauss(0, 1), random.gauss(10, 2), random.gauss(0, 1)", "random.normalvariate(0, 1), random.expovariate(1.5), random.betavariate(2, 3), random.gammavariate(2, 1)",
         "random.getrandbits(1), random.getrandbits(32), random.getrandbits(100), random.randbytes(4)"]
HEAD = "import random\n"

CASES = [
    *(case for seed in SEEDS for case in family("$draw", code=f"import random\nrandom.seed({seed})\n", draw=DRAWS)),
    *lines("""
        random.randint(5, 1)
        random.randint(1.5, 2)
        random.randint('a', 2)
        random.randint(1)
        random.randrange(0)
        random.randrange(5, 5)
        random.randrange(1, 10, 0)
        random.randrange(1.0, 2)
        random.choice([])
        random.choice(5)
        random.choice({1: 2})
        random.choices([], k=1)
        random.choices([1], k=-1)
        random.choices([1, 2], weights=[1])
        random.choices([1, 2], weights=[0, 0])
        random.choices([1, 2], weights=[1, 1], cum_weights=[1, 2])
        random.sample([1, 2], 3)
        random.sample([1], -1)
        random.sample({1, 2}, 1)
        random.sample(5, 1)
        random.shuffle((1, 2))
        random.shuffle('ab')
        random.getrandbits(-1)
        random.expovariate(0)
        random.seed([1])
        random.seed(None) is None
        random.nope
        random.randint(3, 3), random.randrange(5, 6), random.sample([], 0), random.choices('a', k=0), random.uniform(2, 2)
    """, code=HEAD),
    *programs("""
        import random
        random.seed(7)
        items = list(range(10))
        random.shuffle(items)
        print(items)
        letters = list('abcdef')
        random.shuffle(letters)
        print(letters, random.random())
        ---
        import random
        a, b = random.Random(5), random.Random(5)
        print(a.random() == b.random(), a.randint(1, 100), b.randint(1, 100), a.choice('xyz'))
        state = a.getstate()
        first = [a.random() for _ in range(2)]
        a.setstate(state)
        print(first == [a.random() for _ in range(2)])
        ---
        import random
        random.seed(3)
        print(sum(random.random() for _ in range(1000)))
        print(sum(random.randint(0, 9) for _ in range(1000)), [random.randrange(3) for _ in range(20)])
        print(random.choices(['red', 'black', 'green'], [18, 18, 2], k=8), random.choices([1, 2, 3], cum_weights=[1, 3, 10], k=5))
        print(random.sample(range(1000), 25))
        print(random.sample(range(20), 15), random.sample('ab', counts=[3, 2], k=4))
        ---
        import random
        random.seed(11)
        print([round(random.gauss(100, 15), 3) for _ in range(5)], [round(random.normalvariate(0, 1), 6) for _ in range(3)])
        print([round(random.expovariate(0.1), 6) for _ in range(3)], round(random.paretovariate(3), 6), round(random.weibullvariate(1, 1.5), 6))
        print(round(random.lognormvariate(0, 1), 6), round(random.vonmisesvariate(0, 4), 6), random.triangular())
        ---
        import random
        rng = random.Random('sensor')
        events = [(rng.choice(['a', 'b', 'c']), rng.randint(1, 100), round(rng.uniform(0, 1), 3)) for _ in range(5)]
        print(events)
        rng.seed(0)
        print(rng.random(), rng.randint(0, 2**40), rng.choice(range(0, 1000, 7)), rng.sample(list('abc'), 2))
        ---
        import random
        random.seed(1, version=2)
        x = random.random()
        random.seed(1)
        print(x == random.random(), [random.random() < 0.5 for _ in range(10)], ''.join(random.choice('ACGT') for _ in range(30)))
        print([[random.randint(0, 1) for _ in range(4)] for _ in range(3)], max(random.random() for _ in range(10)), random.randint(-5, 5), random.randrange(-10, 0, 3))
        ---
        import random
        random.seed(2024)
        walk = [0]
        for _ in range(15):
            walk.append(walk[-1] + random.choice([-1, 1]))
        print(walk)
        inside = sum(random.random() ** 2 + random.random() ** 2 <= 1 for _ in range(2000))
        print(4 * inside / 2000)
    """),
]
