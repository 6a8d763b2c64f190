"""numpy: the legacy generator, many a case, as each import takes its time (recorded with numpy 2.4.6)."""

from templates import programs

HEAD = """import numpy as np
np.random.seed(1)
def show(f):
    try:
        print(repr(f()))
    except Exception as error:
        print(type(error).__name__, error)
"""

GROUPS = [
    r"""
        np.random.randint(0, 10, 3)
        np.random.choice([1, 2, 3])
        np.random.random()
        np.random.rand(2,2)
        np.random.randn(3)
        np.random.randint(5)
        np.random.randint(1,100,size=(2,3))
        np.random.uniform(1,2)
        np.random.uniform(size=2)
        np.random.normal()
        np.random.normal(5,2,(2,2))
        np.random.choice(5,3)
        np.random.choice(5,3,replace=False)
        np.random.choice(['a','b','c'],4,p=[.5,.3,.2])
        np.random.choice(10,3,replace=False,p=np.ones(10)/10)
        np.random.permutation(5)
        np.random.permutation([1,2,3])
        np.random.exponential(2,3)
        np.random.exponential()
        np.random.poisson(3,5)
    """,
    r"""
        np.random.poisson(30,5)
        np.random.poisson()
        np.random.binomial(10,.5,5)
        np.random.binomial(100,.4,5)
        np.random.binomial(100,.7,3)
        np.random.beta(2,3,3)
        np.random.beta(.5,.5,2)
        np.random.gamma(2,1,3)
        np.random.gamma(.5,1,3)
        np.random.standard_normal(2)
        np.random.lognormal(0,1,2)
        np.random.geometric(.3,5)
        np.random.geometric(.5,5)
        np.random.laplace(size=2)
        np.random.gumbel(size=2)
        np.random.logistic(size=2)
        np.random.pareto(3,2)
        np.random.weibull(2,2)
        np.random.power(2,2)
        np.random.rayleigh(2,2)
    """,
    r"""
        np.random.triangular(0,1,2,2)
        np.random.chisquare(3,2)
        np.random.f(3,4,2)
        np.random.standard_t(4,2)
        np.random.standard_cauchy(2)
        np.random.vonmises(0,1,2)
        np.random.multinomial(10,[.2,.3,.5])
        np.random.dirichlet([1,2,3])
        np.random.negative_binomial(5,.5,3)
        np.random.ranf(2)
        np.random.sample(2)
        np.random.random_sample()
        np.random.bytes(5)
        np.random.randint(0,2**40,3)
        np.random.randint(-5,5,3)
        np.random.randint(0)
        np.random.choice([])
        np.random.choice(3,5,replace=False)
        np.random.normal([1,2],[.1,.2])
        np.random.poisson([1,20])
    """,
    r"""
        np.random.randint(10,dtype=np.int32)
        np.random.rayleigh()
        np.random.random(3).dtype
        type(np.random.randint(3))
        type(np.random.rand())
        type(np.random.choice([1.5,2]))
        np.random.randint(0,10,5,dtype='int8')
    """,
]


def program(group):
    lines = [line.strip() for line in group.splitlines() if line.strip()]
    return HEAD + "".join(f"show(lambda: {line})\n" for line in lines)


CASES = [
    *[case for group in GROUPS for case in programs(program(group))],
    *programs("""
        import numpy as np
        np.random.seed(3)
        x = [1,2,3,4,5]
        np.random.shuffle(x)
        print(x)
        y = np.arange(6).reshape(3,2)
        np.random.shuffle(y)
        print(y)
        r = np.random.RandomState(42)
        print(r.rand(2), r.randn(2), r.randint(0,100,5))
        s = r.get_state()
        a = r.rand(2)
        r.set_state(s)
        print(a == r.rand(2))
        np.random.seed([1,2])
        print(np.random.rand())
    """),
]
