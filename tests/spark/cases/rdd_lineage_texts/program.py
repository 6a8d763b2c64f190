from operator import add
from pyspark import SparkContext


def lineage(rdd):
    return rdd.toDebugString().decode().replace(__file__, "program.py")


sc = SparkContext("local[2]", "dbg")
r = sc.parallelize([1, 2, 3, 4], 2)
print(r.name(), r.setName("nums").name(), r)
m = r.map(lambda x: (x, 1))
print(m.name(), m.getNumPartitions())
print(lineage(r))
print(lineage(m))
s = m.reduceByKey(add)
print(lineage(s))
c = s.mapValues(str)
c.count()
print(lineage(c))
print(lineage(m.union(m)))
print(lineage(m.join(s)))
print(lineage(r.repartition(3)))
print(lineage(r.coalesce(1)))
print(lineage(sc.emptyRDD()), sc.emptyRDD())
print(lineage(sc.range(5)))
print(r.id() < m.id(), type(r.id()).__name__)
print(repr(sc.range(3)), str(r.union(r)), m.partitionBy(2))
print(m, s, type(r).__name__, type(m).__name__)
print(r.id(), m.id(), s.id())
print(lineage(m.groupByKey(3).union(s.partitionBy(3)).coalesce(2)))
print(lineage(r.repartition(5).map(str).cartesian(r.coalesce(1))))
print(lineage(m.cogroup(s).sortByKey()))
sc.stop()
