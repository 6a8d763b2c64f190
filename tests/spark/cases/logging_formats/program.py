import hashlib, uuid, time, os, sys, functools, logging
from pyspark import SparkContext
from pyspark.streaming import StreamingContext
logger = logging.getLogger(__name__)
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("[%(levelname)-7s] %(name)s %(funcName)s:%(lineno)d: %(message)s"))
logger.addHandler(h); logger.setLevel("INFO"); logger.propagate = False
def timed(fn):
    @functools.wraps(fn)
    def inner(*a, **k):
        logger.info("calling %s with %d args", fn.__name__, len(a))
        return fn(*a, **k)
    return inner
sc = SparkContext("local[2]", "dedupe"); ssc = StreamingContext(sc, 1); ssc.checkpoint("c")
s = ssc.queueStream([["a", "b", "a"], ["b", "c"], ["c"]])
keyed = s.map(lambda x: (hashlib.md5(x.encode()).hexdigest()[:8], x))
def first_seen(new, old):
    return (old[0], False) if old else (new[0], True) if new else None
fresh = keyed.updateStateByKey(first_seen).filter(lambda kv: kv[1][1]).mapValues(lambda v: v[0])
fresh.pprint()
@timed
def sink(time, rdd):
    for k, v in rdd.collect():
        logger.warning("%s -> %s", k, v)
fresh.foreachRDD(sink)
ssc.start(); ssc.awaitTerminationOrTimeout(3); ssc.stop()
