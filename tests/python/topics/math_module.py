"""math: exact functions and those whose results CPython takes from the C library."""

from templates import family, lines

HEAD = "import math\n"
CASES = [
    *family("math.$f($x)", code=HEAD, f=["floor", "ceil", "trunc", "sqrt", "fabs", "isnan", "isinf", "isfinite", "exp", "log", "log10", "log2", "factorial", "isqrt", "frexp", "modf"],
            x=["4", "2.7", "-2.7", "0", "1e20", "float('inf')", "float('nan')", "'a'"]),
    *family("math.$f($x)", code=HEAD, f=["sin", "cos", "tan", "asin", "acos", "atan", "sinh", "cosh", "tanh", "expm1", "log1p", "degrees", "radians", "erf", "gamma", "cbrt"], x=["0", "0.5", "1", "-1.0", "2"]),
    *lines("""
        math.gcd(12, 18), math.gcd(), math.gcd(0, 5), math.gcd(-4, 6), math.gcd(12, 18, 27), math.lcm(4, 6), math.lcm(), math.lcm(0, 3), math.lcm(2, 3, 4)
        math.gcd(1.5, 2)
        math.comb(5, 2), math.comb(10, 0), math.comb(3, 5), math.perm(5, 2), math.perm(5), math.perm(2, 5), math.comb(50, 25)
        math.comb(-1, 2)
        math.comb(5, 1.5)
        math.factorial(20), math.factorial(0), math.factorial(30)
        math.factorial(-1)
        math.factorial(5.0)
        math.hypot(3, 4), math.hypot(), math.hypot(1, 2, 3), math.dist([0, 0], [3, 4]), math.dist((1,), (1,))
        math.dist([1], [1, 2])
        math.fsum([0.1] * 10), sum([0.1] * 10), math.fsum([]), math.fsum([1e100, 1, -1e100]), math.prod([1, 2, 3]), math.prod([]), math.prod([2, 3], start=5), math.prod([0.5, 4])
        math.fsum(['a'])
        math.isclose(0.1 + 0.2, 0.3), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-10), math.isclose(0, 1e-10, abs_tol=1e-9)
        math.copysign(3, -0.0), math.copysign(-3, 1), math.fmod(7, 3), math.fmod(-7, 3), math.remainder(7, 4), math.remainder(6, 4), math.ldexp(0.5, 3), math.nextafter(1, 2), math.ulp(1.0)
        math.fmod(1, 0)
        math.log(8, 2), math.log(100, 10), math.log(math.e), math.log(2**1000), math.log2(2**70), math.log10(10**30), math.log(1)
        math.log(0)
        math.log(-1)
        math.log(8, 1)
        math.log(8, 0)
        math.log('a')
        math.log10(0)
        math.log2(-1)
        math.log1p(-1)
        math.sqrt(-1)
        math.sqrt(2), math.sqrt(10**30), math.sqrt(0.25), math.isqrt(10**30 + 1), math.isqrt(0)
        math.isqrt(-1)
        math.isqrt(2.0)
        math.exp(1), math.exp(0), math.exp(-1), math.exp(710 - 1), math.exp2(10)
        math.exp(1000)
        math.pow(2, 10), math.pow(2, 0.5), math.pow(0, 0), math.pow(-8, 3), math.pow(float('nan'), 0)
        math.pow(-8, 1/3)
        math.pow(0, -1)
        math.pow(10, 400)
        math.pi, math.e, math.tau, math.inf, -math.inf, math.nan
        math.floor(-0.5), math.ceil(-0.5), math.floor(1e300) == int(1e300), math.trunc(-1.9), math.ceil(2), math.floor(True)
        math.floor(None)
        math.ceil('1')
        math.trunc('1')
        math.sin(math.pi), math.cos(math.pi), math.tan(math.pi / 4), math.atan2(1, 1), math.atan2(-1, -1), math.atan2(0, -1), math.degrees(math.pi), math.radians(180)
        math.sin(float('inf'))
        math.acos(2)
        math.acosh(0.5)
        math.atanh(1)
        math.cosh(1000)
        math.gamma(0)
        math.gamma(5), math.lgamma(10), math.erf(0), math.erfc(1)
        math.modf(3.25), math.modf(-3.25), math.frexp(8.0), math.frexp(0.1)
        math.nope
        math.sqrt()
        math.sqrt(1, 2)
        math.sqrt(None)
        math.sqrt('4')
        math.sqrt([4])
        math.hypot('a')
        math.gcd('a', 1)
        [round(math.sin(math.radians(a)), 4) for a in range(0, 181, 30)], [math.floor(x / 10) for x in [-25, -5, 5, 25]]
        math.sumprod([1], [2])
    """, code=HEAD),
]
