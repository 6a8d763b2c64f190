from pyspark import SparkContext

sc = SparkContext("local[2]", "firsts")
nan = float("nan")
numbers = sc.parallelize([2.5, nan, -1.0, 7.0, nan, 3.0, 0.5, 9.0], 2)
for count in (1, 2, 3, 5, 9):
    print(count, numbers.takeOrdered(count), numbers.top(count), numbers.top(count, key=lambda x: -x))
words = sc.parallelize("the quick brown fox jumps over the lazy dog".split(), 3)
print(words.top(4, key=len), words.takeOrdered(4, key=len), words.takeOrdered(4, key=lambda w: (-len(w), w)))
print(words.top(2), words.top(0), words.top(-3), words.takeOrdered(0), words.takeOrdered(100))
called = sc.accumulator(0)


def key(word):
    called.add(1)
    return word[-1]


print(words.top(2, key), called.value)


class Backwards:
    def __init__(self, value):
        self.value = value

    def __lt__(self, other):
        return other.value < self.value

    def __gt__(self, other):
        return other.value > self.value

    def __repr__(self):
        return f"B{self.value}"


print(sc.parallelize(range(9), 2).map(Backwards).takeOrdered(3), sc.parallelize(range(9), 2).map(Backwards).top(3))
for name, action in {
    "mixed": lambda: sc.parallelize([1.5, "a"], 1).top(1),
    "mixed, two": lambda: sc.parallelize([1.5, "a", 3], 1).top(2),
    "mixed, ordered": lambda: sc.parallelize([1.5, "a", 3], 1).takeOrdered(2),
    "text": lambda: words.top("a"),
    "none": lambda: words.takeOrdered(None),
    "negative": lambda: words.takeOrdered(-1),
    "fraction": lambda: words.top(1.5),
}.items():
    try:
        print(name, action())
    except Exception as failure:
        print(name, type(failure).__name__, [line for line in str(failure).split("\n") if "Error: " in line or "top N" in line])
