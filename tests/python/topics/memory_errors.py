"""Values that no memory holds: what is asked for is refused before it is made."""

from templates import lines

CASES = lines(
    r"""
    [0] * 10**13
    [0] * 10**19
    (0,) * 2**62
    'a' * 10**13
    'ab' * 2**62
    b'a' * 10**13
    bytearray(b'ab') * 10**13
    '' * 10**13, [] * 10**13, b'' * 10**13
    list(range(10**13))
    tuple(range(10**13))
    sorted(range(10**13))
    [*range(10**13)]
    'a'.ljust(10**13)
    'a'.rjust(10**13, 'x')
    'a'.center(10**13)
    'a'.zfill(10**13)
    'a'.ljust(10**19)
    'a\tb'.expandtabs(2**31)
    b'a'.ljust(10**13)
    b'a'.zfill(10**13)
    b'a\tb'.expandtabs(2**31)
    bytes(10**13)
    bytearray(10**13)
    bytes(10**19)
    (1).to_bytes(10**13, 'big')
    f'{1:1000000000000}'
    f'{"a":>1000000000000}'
    format(1.5, '1000000000000')
    format(1.5, '.1000000000000f')
    format(1.0, '.2147483648g')
    format(1 + 2j, '.3000000000e')
    format(1.0, '99999999999999999999')
    format('a', '.99999999999')
    '%9999999999999d' % 1
    '%99999999999999999999d' % 1
    '%.9999999999d' % 1
    '%.2147483648f' % 1.0
    '%.2147483647d' % 1
    '%*d' % (10**13, 1)
    '%*d' % (10**20, 1)
    '%.*f' % (10**13, 1.0)
    '%.3000000000s' % 'a'
    b'%9999999999999d' % 1
    b'%.9999999999d' % 1
    random.randbytes(10**11)
    json.dumps([1], indent=10**13)
    struct.pack('9999999999999s', b'')
    itertools.tee([], 10**13)
    itertools.product([1, 2], repeat=10**12)
    io.BytesIO().truncate(10**13)
    1 << 10**13
    len(range(10**10)), range(10**10)[-1], range(10**10)[5::10**9], 2**32 + 3 in range(2**33), range(2**40).index(2**35 + 1)
    list(zip(range(2**33), 'ab')), next(reversed(range(2**35))), operator.length_hint(iter(range(2**35)))
    random.Random(1).choice(range(10**10)), random.Random(1).sample(range(10**10), 3), random.Random(1).choices(range(10**10), k=2)
    random.Random(2).sample(range(10), 6), random.Random(2).sample('abcdefghij' * 9, 4), random.Random(3).sample([1, 2], k=3, counts=[3, 2])
    """,
    code="import io, itertools, json, operator, random, struct\n",
)
