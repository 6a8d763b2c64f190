import re
from collections import Counter
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

LINE = re.compile(r'^(?P<host>\S+) \S+ \S+ \[(?P<time>[^\]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)$')

sc = SparkContext(appName="LogAnalysis")
ssc = StreamingContext(sc, 2)
bad_lines = sc.accumulator(0)


def parse(line):
    match = LINE.match(line)
    if match is None:
        bad_lines.add(1)
        return None
    fields = match.groupdict()
    fields["status"] = int(fields["status"])
    fields["size"] = 0 if fields["size"] == "-" else int(fields["size"])
    return fields


logs = ssc.queueStream([
    ['10.0.0.1 - - [01/May/2024:10:00:01 +0000] "GET /index.html HTTP/1.1" 200 512',
     '10.0.0.2 - - [01/May/2024:10:00:02 +0000] "GET /a.png HTTP/1.1" 304 -',
     'garbage',
     '10.0.0.1 - - [01/May/2024:10:00:03 +0000] "POST /login HTTP/1.1" 500 87'],
    ['10.0.0.3 - - [01/May/2024:10:00:05 +0000] "GET /index.html HTTP/1.1" 404 20', ''],
    [],
]).map(parse).filter(lambda entry: entry is not None).cache()

logs.map(lambda e: (e["status"] // 100 * 100, 1)).reduceByKey(lambda a, b: a + b).pprint()
logs.map(lambda e: ("bytes", e["size"])).reduceByKey(lambda a, b: a + b).pprint()
logs.filter(lambda e: e["status"] >= 400).map("{method} {path} -> {status}".format_map).pprint()
logs.map(lambda e: e["host"]).countByValue().transform(lambda rdd: rdd.sortBy(lambda kv: (-kv[1], kv[0]))).pprint(3)
logs.foreachRDD(lambda time, rdd: print(time, Counter(rdd.map(lambda e: e["path"]).collect()).most_common(1), "bad so far:", bad_lines.value))

ssc.start()
sleep(6)
ssc.stop()
