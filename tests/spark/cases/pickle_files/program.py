from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

sc = SparkContext("local[2]", "u")
import os
r = sc.parallelize([(i, "s%d" % i, [i]) for i in range(25)], 3)
r.saveAsPickleFile("a")
print(sorted(sc.pickleFile("a").glom().map(len).collect()), sc.pickleFile("a").min(), sc.pickleFile("a", 5).getNumPartitions(), sc.pickleFile("a", 1).getNumPartitions())
r.saveAsPickleFile("b", 4)
print(sorted(sc.pickleFile("b").collect()) == r.collect(), sc.pickleFile("a").cartesian(sc.parallelize([1])).count())
sc.parallelize([], 2).saveAsPickleFile("e")
print(sc.pickleFile("e").collect(), sc.pickleFile("e").getNumPartitions(), sorted(x for x in os.listdir("e") if x[0] != "."))
sc.parallelize([1, None, {"a": {2}}, (1.5, b"x")], 2).saveAsPickleFile("d/x")
print(sorted(sc.pickleFile("d/x").collect(), key=str), sc.pickleFile("d/*").count(), sc.pickleFile("a,b").count())
print(str(sc.pickleFile("a")).split("[")[0])
class P:
    def __init__(self, v): self.v = v
sc.parallelize([P(1), P(2)]).saveAsPickleFile("p")
print(sc.pickleFile("p").map(lambda p: p.v).sum())
def t(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[1][:60])
t(lambda: r.saveAsPickleFile("a"))
t(lambda: sc.pickleFile("zz").collect())
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[1, 2], [3]])
q.foreachRDD(lambda t, r: r.saveAsPickleFile("o%d" % t.second))
q.foreachRDD(lambda t, r: print(sorted(sc.pickleFile("o%d" % t.second).collect())))
ssc.start()
sleep(2)
ssc.stop()
