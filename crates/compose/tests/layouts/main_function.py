import sys
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


def create_context(name):
    """Makes the streams."""
    sc = SparkContext(appName=name)
    ssc = StreamingContext(sc)
    orders = ssc.queueStream([[("x", 1)], [("y", 2)]])  # orders
    prices = ssc.queueStream([[("x", 0.5)]])
    total = orders.join(prices) \
        .mapValues(lambda pair: pair[0] * pair[1])
    total.pprint()
    return ssc


def main():
    # once
    ssc = create_context(sys.argv[0])
    ssc.start()
    ssc.awaitTermination(3)


if __name__ == "__main__":
    main()
