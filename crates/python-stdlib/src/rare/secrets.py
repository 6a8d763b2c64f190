"""Random values. Here they are those of a seeded generator: the same in every run, and no secret."""

import base64
import random

DEFAULT_ENTROPY = 32
_generator = random.Random(0)


class SystemRandom(random.Random):
    pass


def choice(seq):
    return _generator.choice(seq)


def randbits(k):
    return _generator.getrandbits(k)


def randbelow(exclusive_upper_bound):
    if exclusive_upper_bound <= 0:
        raise ValueError("Upper bound must be positive.")
    return _generator.randrange(exclusive_upper_bound)


def token_bytes(nbytes=None):
    return _generator.randbytes(DEFAULT_ENTROPY if nbytes is None else nbytes)


def token_hex(nbytes=None):
    return token_bytes(nbytes).hex()


def token_urlsafe(nbytes=None):
    return base64.urlsafe_b64encode(token_bytes(nbytes)).rstrip(b"=").decode("ascii")


def compare_digest(a, b):
    return a == b
