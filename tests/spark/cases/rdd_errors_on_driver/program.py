from pyspark import SparkContext

sc = SparkContext(appName="RddErrors")
numbers = sc.parallelize([3, 1, 2], 2)
empty = sc.parallelize([], 2)
for attempt in (
    lambda: numbers.coalesce(0),
    lambda: numbers.repartition(0).collect(),
    lambda: empty.first(),
    lambda: empty.reduce(lambda a, b: a),
    lambda: empty.max(),
    lambda: empty.mean(),
    lambda: empty.sum(),
    lambda: empty.top(2),
    lambda: empty.stats(),
    lambda: numbers.take(-1),
    lambda: numbers.take("x"),
    lambda: numbers.sample(False, -1, 1),
    lambda: numbers.takeSample(False, -1),
    lambda: numbers.randomSplit([-1, 1], 1),
    lambda: numbers.zip(5),
    lambda: numbers.union(5),
    lambda: numbers.join(5),
    lambda: numbers.nothing,
    lambda: numbers[0],
    lambda: len(numbers),
    lambda: list(numbers),
    lambda: numbers + 5,
    lambda: sc.parallelize(5),
    lambda: sc.parallelize(None),
    lambda: sc.parallelize([1], 0).collect(),
    lambda: sc.parallelize([1, 2], "2").collect(),
    lambda: numbers.treeReduce(max, 0),
    lambda: numbers.foreach(5),
    lambda: numbers.saveAsTextFile(),
    lambda: numbers.checkpoint(),
    lambda: numbers.histogram([]),
    lambda: numbers.sortBy(),
    lambda: numbers.map(),
):
    try:
        print("ok", attempt())
    except Exception as error:
        java = getattr(error, "java_exception", None)
        print(type(error).__name__, str(error).split("\n")[0] if java is None else java.getClass().getSimpleName())
