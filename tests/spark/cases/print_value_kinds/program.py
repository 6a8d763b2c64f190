from collections import Counter, OrderedDict, defaultdict, deque, namedtuple
from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

Point = namedtuple("Point", "x y")
sc = SparkContext(appName="Kinds")
ssc = StreamingContext(sc, 1)
stream = ssc.queueStream([
    ["plain", 'it\'s "quoted"', "tab\there", "line\nbreak", "é日😀", ""],
    [None, True, 1.0, 1e16, -0.0, 10**30, float("nan"), 1j],
    [("nested", ("tuple", [1, {"k": {1}}])), (), [], {}, set(), frozenset({1})],
    [b"bytes", b"\x00\xff", Point(1, y="b"), range(3), ...],
    [date(2024, 2, 29), datetime(2024, 1, 1, 12, 30), timedelta(hours=5), (date(2024, 1, 1),)],
    [Counter("aab"), OrderedDict(a=1), defaultdict(int, z=1), deque([1, 2], 3)],
    [Decimal("1.10"), Fraction(1, 3), (Decimal("2"),)],
])
stream.pprint()
stream.map(lambda v: [v]).pprint(2)
stream.map(lambda v: f"{v!s:>12.12}|").pprint(3)

ssc.start()
sleep(7)
ssc.stop()
