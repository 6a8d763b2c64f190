from typing import Optional

from pyspark import Accumulator, Broadcast, RDD, SparkContext
from pyspark.streaming import DStream, StreamingContext

sc = SparkContext("local[2]", "annotations")
ssc = StreamingContext(sc, 1)


def split(line: str, by: "str" = " ") -> list[str]:
    return line.split(by)


def pair(words: list[str], least: Optional[int] = None) -> dict[str, int]:
    return {word: len(word) for word in words if least is None or len(word) >= least}


def spread(rdd: RDD[str]) -> RDD[tuple[str, int]]:
    return rdd.map(split).map(pair).flatMap(dict.items)


class Words(list[str]):
    pass


print(RDD[int], DStream[str], Broadcast[dict], Accumulator[int], RDD[tuple[str, int]])
print(RDD[int] == RDD[int], RDD[int].__origin__ is RDD, RDD[int].__args__)
print(Words(["a"]), Words.__mro__[1:], Words.__orig_bases__)
lines: DStream[str] = ssc.queueStream([["a bc", "def"], ["g"]])
lines.transform(spread).pprint()
lines.map(lambda line: split(line)).map(Words).map(type).pprint()
ssc.start()
ssc.awaitTerminationOrTimeout(2)
ssc.stop()
