"""json: dumps, loads, options, errors."""

from templates import family, lines, programs

HEAD = "import json\n"
VALUES = ["None", "True", "5", "-2.5", "1e100", "float('nan')", "float('inf')", "'text'", "'é \"q\" \\n \\\\ /'", "'😀'", "[1, [2, []]]", "(1, 2)", "{'a': 1, 'b': [True, None]}", "{1: 'a', 2.5: 'b', None: 'c', True: 'd'}", "{}", "10**25", "''", "{'z': 1, 'a': {'y': 2, 'b': 3}}", "'\\x00\\x1f\\x7f\\u2028'"]
CASES = [
    *family("json.dumps($v), json.dumps($v, indent=2)", code=HEAD, v=VALUES),
    *family("json.dumps($v, $o)", code=HEAD, v=["{'b': [1, {'c': 'é'}], 'a': ()}", "[1.0, 'x', {}]"], o=["sort_keys=True", "separators=(',', ':')", "ensure_ascii=False", "indent=None", "indent=0", "indent='\\t'", "indent=1, sort_keys=True", "default=str", "skipkeys=True", "indent=2, separators=(',', ': ')"]),
    *family("json.loads($t)", code=HEAD, t=["'5'", "'-2.5e3'", "'\"a\\\\n\\\\u00e9\"'", "'[1, 2.0, true, false, null]'", "'{\"a\": {\"b\": []}}'", "' {} '", "'NaN'", "'-Infinity'", "'1e5'", "'1E400'", "'0'", "'-0'", "'-0.0'", "'\"\\\\ud83d\\\\ude00\"'", "b'[1]'", "'123456789012345678901234567890'", "'{\"a\": 1, \"a\": 2}'",
            "''", "' '", "'{'", "'['", "'[1,'", "'[1,]'", "'[1 2]'", "'{\"a\"}'", "'{\"a\":}'", "'{\"a\":1,}'", "'{a: 1}'", "\"{'a': 1}\"", "'tru'", "'01'", "'1.'", "'.5'", "'+1'", "'\"abc'", "'\"a\\nb\"'", "'\"\\\\x\"'", "'\"\\\\u12\"'", "'[1] 2'", "'{} {}'", "'nul'", "'None'", "'True'", "'[1, 2'", "'{\"a\": 1'", "'{\"a\": 1 \"b\": 2}'", "'{1: 2}'", "']'", "'{,}'", "'[,]'", "'\\ufeff1'", "5", "None", "[]", "b'\\xff'", "'\\n\\n  x'", "'-'", "'[1]\\n\\n]'"]),
    *lines("""
        json.dumps({1, 2})
        json.dumps(object)
        json.dumps(b'x')
        json.dumps({(1, 2): 3})
        json.dumps({'a': {'b': {1}}})
        json.dumps(1j)
        json.dumps(float('nan'), allow_nan=False)
        json.dumps({'a': {1, 2}}, default=list), json.dumps([{3}], default=lambda o: sorted(o)), json.dumps({(1,): 2, 'a': 1}, skipkeys=True)
        json.dumps({1}, default=lambda o: o)
        json.loads('{"a": 1}', object_hook=lambda d: sorted(d.items())), json.loads('[1.5, 2]', parse_float=str, parse_int=lambda s: int(s) * 2), json.loads('{"a": 1, "b": 2}', object_pairs_hook=list)
        json.loads(json.dumps({'k': [1, 2.5, None, True, 'x']})) == {'k': [1, 2.5, None, True, 'x']}
        json.dumps(json.loads('{"b":1,"a":[1,2,{"c":null}]}'), sort_keys=True, indent=4)
        json.dumps({'n': 1.0, 'm': 1e-7, 'k': 123456789.123456789}), json.dumps([0.1 + 0.2, 1e16, -0.0])
        json.dumps('\\ud800'), json.dumps('\\u20ac', ensure_ascii=False), json.dumps({'é': 1})
        json.dumps(True), json.dumps([True, 1, 1.0]), json.dumps({True: 1, False: 0}), json.dumps({1.5: 1})
        json.dumps('x', 5)
        json.dumps()
        json.loads()
        json.nope
        issubclass(json.JSONDecodeError, ValueError), json.JSONDecodeError.__name__
    """, code=HEAD),
    *programs("""
        import json
        try:
            json.loads('{"a": 1,\\n "b": }')
        except json.JSONDecodeError as e:
            print(e, e.msg, e.pos, e.lineno, e.colno, repr(e.doc))
        ---
        import json
        a = []
        a.append(a)
        json.dumps(a)
        ---
        import json
        class Encoder(json.JSONEncoder):
            def default(self, o):
                if isinstance(o, set):
                    return sorted(o)
                return super().default(o)
        print(json.dumps({'s': {2, 1}}, cls=Encoder))
        json.dumps({'x': 1j}, cls=Encoder)
        ---
        import json
        from collections import OrderedDict, Counter, defaultdict, namedtuple
        P = namedtuple('P', 'x y')
        print(json.dumps([OrderedDict(b=1, a=2), Counter('aab'), defaultdict(int, q=1), P(1, 2)]))
        from enum import IntEnum
        class L(IntEnum):
            A = 1
        print(json.dumps([L.A, {L.A: 'k'}]))
        ---
        import json
        records = [json.loads(line) for line in '''{"id": 1, "tags": ["a"], "v": 1.5}
        {"id": 2, "tags": [], "v": null}'''.splitlines()]
        print(records, sum(r['v'] or 0 for r in records))
        print(json.dumps(records, indent=2))
        records[1]['missing']
        ---
        import json
        with open('t.json', 'w') as f:
            json.dump({'a': [1, None]}, f, indent=1)
        print(open('t.json').read())
        with open('t.json') as f:
            print(json.load(f))
        ---
        import json
        good, bad = [], []
        for line in ['{"x": 1}', '{x: 1}', '[1, 2', '"ok"', '', '{"x": 1} extra', '{"a": "\\t"}']:
            try:
                good.append(json.loads(line))
            except ValueError as e:
                bad.append(f'{type(e).__name__}: {e}')
        print(good)
        print(*bad, sep='\\n')
    """),
]
