import os
from pyspark import SparkContext

sc = SparkContext("local[2]", "Files")
print(sc.textFile("poem.txt").collect(), sc.textFile("poem.txt").count())
print(sc.textFile("poem.txt", 1).flatMap(str.split).map(lambda w: (w.strip(",."), 1)).reduceByKey(lambda a, b: a + b).collect())
sc.parallelize(["one", 2, (3, None), "é"], 3).saveAsTextFile("saved")
for name in sorted(os.listdir("saved")):
    if not name.startswith("."):
        print(name, open(os.path.join("saved", name), encoding="utf-8").read().splitlines())
print(sorted(sc.textFile("saved").collect()))
print(sorted(sc.wholeTextFiles("saved").values().collect()))
try:
    sc.parallelize([1]).saveAsTextFile("saved")
except Exception as error:
    print(error.java_exception.getClass().getSimpleName())
try:
    sc.textFile("missing").count()
except Exception as error:
    print(error.java_exception.getClass().getSimpleName())
