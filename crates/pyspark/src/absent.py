"""What says of a part of Spark, by its name, that it is not here, and what to do instead."""

_INSTEAD = {
    "createDataFrame": "keep the records in an RDD (sc.parallelize), and use map, filter, reduceByKey, join, sortBy",
    "read": "read lines with sc.textFile(path) and split them in map",
    "readStream": "make a stream with ssc.textFileStream, ssc.queueStream or ssc.socketTextStream",
    "toDF": "keep the records in the RDD, and use map, filter, reduceByKey, join, sortBy",
    "writeStream": "use foreachRDD, pprint or saveAsTextFiles of a DStream",
    "range": "use sc.range",
    "sql": "map does what select does, filter where, reduceByKey group by, join join, sortBy order by",
    "udf": "call the function in map",
}
_RECORDS = "use RDDs and DStreams: map, filter, reduceByKey, join, sortBy"


def absent(name, owner):
    """The exception that says so."""
    instead = _INSTEAD.get(name, _RECORDS)
    return NotImplementedError(f"{owner}.{name} is not in Brooklet yet, which has no DataFrames. Instead, {instead}")


def absent_method(name, owner):
    def method(*args, **kwargs):
        raise absent(name, owner)

    method.__name__ = name
    method.__qualname__ = f"{owner}.{name}"
    return method


def absent_property(name, owner):
    return property(absent_method(name, owner))


def absent_class(name, module):
    """A class that annotations can name, and nobody can make an object of."""
    return type(name, (), {"__module__": module, "__new__": absent_method(name, module)})


def not_here(name, instead):
    """The exception for what needs a JVM, a cluster or another process."""
    return NotImplementedError(f"{name}() is not available in Brooklet: {instead}")
