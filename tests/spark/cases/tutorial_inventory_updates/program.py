from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext("local[2]", "Inventory")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
warehouse = {"bolt": 100, "nut": 50}
movements = ssc.queueStream([["bolt -30", "nut +5"], ["gear +10", "bolt -80"], ["nut -55", "bad line here", "gear -1"], []])


def parse(line):
    parts = line.split()
    return [(parts[0], int(parts[1]))] if len(parts) == 2 else []


def stock(changes, current):
    level = sum(changes, current or 0)
    return level if level > 0 else None


levels = movements.flatMap(parse).updateStateByKey(stock, initialRDD=sc.parallelize(sorted(warehouse.items())))
levels.pprint()


def save(time, rdd):
    current = rdd.collectAsMap()
    for item in sorted(set(warehouse) | set(current)):
        before, after = warehouse.get(item, 0), current.get(item, 0)
        if before != after:
            print(f"{time:%S} {item:<5}{before:>4} -> {after:<4}{after - before:+d}")
    warehouse.clear()
    warehouse.update(current)


levels.foreachRDD(save)
ssc.start()
sleep(5)
ssc.stop()
print(sorted(warehouse.items()))
