from time import sleep
from pyspark import SparkContext, StorageLevel
from pyspark.streaming import StreamingContext
from operator import add, sub, mul

from pyspark import SparkConf, TaskContext
conf = SparkConf().setAppName("conf").setMaster("local[2]").setIfMissing("x.y", "z")
sc = SparkContext(conf=conf)
print(sc.defaultParallelism, sc.getConf().get("spark.app.name"), sc.getConf().get("x.y"), conf.get("nope", "dflt"), conf.contains("x.y"), sc.defaultMinPartitions, sc.applicationId.split("-")[0], sc.startTime > 0)
ssc = StreamingContext(sc, 1)
q = ssc.queueStream([[("a", 1), ("b", 2), ("c", 3), ("a", 4)], [("d", 1)]])
q.glom().pprint()
q.reduceByKey(add).glom().pprint()
q.transform(lambda r: r.repartition(2).reduceByKey(add)).glom().pprint()
q.transform(lambda r: r.coalesce(1).groupByKey().mapValues(len)).glom().pprint()
q.mapPartitions(lambda it: [(TaskContext.get().partitionId(), len(list(it)))]).pprint()
q.foreachRDD(lambda r: print(r.context.defaultParallelism, r.ctx.appName, r.getNumPartitions(), r.sum() if r.isEmpty() else r.values().sum()))
q.context().sparkContext.parallelize([1]).count()
print(q.context() is ssc, ssc.sparkContext is sc, sc.uiWebUrl is None or True)
with_name = sc.parallelize([3, 1, 2], 2).setName("abc")
print(with_name, with_name.name(), sc.parallelize("hey").collect(), sc.parallelize({"a": 1}).collect(), sc.parallelize({5}).collect(), sc.parallelize((1, 2), 1).glom().collect(), sc.parallelize(range(0, 10, 3), 2).glom().collect())
sc.setLocalProperty("k", "v"); print(sc.getLocalProperty("k"), sc.getLocalProperty("none"))
sc.setJobGroup("g", "d"); sc.setJobDescription("x")
ssc.start()
sleep(2)
ssc.stop()
