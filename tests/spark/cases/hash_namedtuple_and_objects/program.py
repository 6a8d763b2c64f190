from collections import namedtuple
from dataclasses import dataclass
from enum import Enum
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

Place = namedtuple("Place", "x y")


@dataclass(frozen=True)
class Item:
    name: str
    size: int


class Color(Enum):
    RED = 1
    BLUE = 2

    def __hash__(self):
        return self.value


class Modulo:
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        return self.n % 5 == other.n % 5

    def __hash__(self):
        return self.n % 5

    def __repr__(self):
        return "Modulo(%d)" % self.n


sc = SparkContext("local[2]", "Objects")
ssc = StreamingContext(sc, 1)
places = ssc.queueStream([[Place(1, 2), Place(0, 0), (1, 2), Place(1, 2)], [Place(y=5, x=-1)]])
places.map(lambda p: (p, 1)).reduceByKey(lambda a, b: a + b).pprint()
places.map(lambda p: p[0] + p[1]).pprint()
numbers = ssc.queueStream([[7, 2, 12, 4, 9], [3]])
numbers.map(lambda n: (Modulo(n), n)).groupByKey().mapValues(list).pprint()
numbers.map(lambda n: (Item("i%d" % (n % 2), n % 3), n)).reduceByKey(max).map(repr).map(sorted).map("".join).pprint()
numbers.map(lambda n: (Item("i", n % 3).size, Item("i", n).name)).groupByKey().mapValues(len).pprint()
numbers.map(lambda n: (Color(n % 2 + 1).name, n)).reduceByKey(min).pprint()

ssc.start()
sleep(3)
ssc.stop()
