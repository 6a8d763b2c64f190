from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

import os
sc = SparkContext("local[2]", "l")
with open("a.txt", "w") as f: f.write("alpha\nbeta\n\ngamma delta\n")
os.mkdir("d")
for i in range(3):
    with open("d/f%d.txt" % i, "w") as f: f.write("line %d\nsecond\n" % i)
r = sc.textFile("a.txt")
print(r.collect(), r.getNumPartitions(), r, r.glom().collect())
print(sc.textFile("a.txt", 4).glom().collect(), sc.textFile("a.txt", 1).glom().collect())
print(sorted(sc.textFile("d").collect()), sc.textFile("d").getNumPartitions(), sc.textFile("d/f*.txt").count(), sorted(sc.textFile("d/f0.txt,d/f2.txt").collect()))
print([(os.path.basename(k), v) for k, v in sorted(sc.wholeTextFiles("d").collect())])
r.saveAsTextFile("out")
print(sorted(x for x in os.listdir("out") if x[0] != "."), sorted(sc.textFile("out").collect()))
for bad in (lambda: r.saveAsTextFile("out"), lambda: sc.textFile("nope").collect(), lambda: sc.textFile("nope/*.txt").count()):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, str(e).split("\n")[1][:140])
sc.parallelize(["x", 1, None, b"raw", ("t", 1), u"\u00e9"], 2).saveAsTextFile("o2")
for p in sorted(os.listdir("o2")):
    if p.startswith("part"): print(p, open("o2/" + p, "rb").read())
print(r.name())
print(sc.range(10, 0, -3).collect(), sc.range(2, 5, numSlices=2).glom().collect(), sc.range(3).collect())
print(sc.union([sc.range(2), sc.parallelize("ab")]).collect(), sc.defaultParallelism, sc.defaultMinPartitions, sc.version, sc.master, sc.appName, sc.sparkUser() is not None)
print(sc.runJob(sc.range(4), lambda it: [sum(it)]), sc.runJob(sc.range(4), lambda it: it, [1]))
print(sc.parallelize([], 3).glom().collect(), sc.emptyRDD().glom().collect(), sc.parallelize({1: 2, 3: 4}).collect(), sc.parallelize(x for x in range(3)).collect())
sc.stop()
