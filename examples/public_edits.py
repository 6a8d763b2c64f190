"""Edits of Wikipedia and its sisters, as the public stream of recent changes tells them.

The lines that come with this program are a recording. Press Connect above them to see the edits of
this very moment.
"""

import json

from pyspark import SparkContext
from pyspark.streaming import StreamingContext

sc = SparkContext(appName="PublicEdits")
ssc = StreamingContext(sc, 2)

lines = ssc.socketTextStream("localhost", 9999)
changes = lines.map(json.loads)
edits = changes.filter(lambda change: change["type"] == "edit")

# The busiest wikis of the last ten seconds.
wikis = edits.map(lambda edit: (edit["wiki"], 1))
counts = wikis.reduceByKeyAndWindow(lambda a, b: a + b, None, 10, 2)
counts.transform(lambda rdd: rdd.sortBy(lambda count: (-count[1], count[0]))).pprint(5)


# How many characters people and bots added in this batch, or took out.
def growth(edit):
    author = "bots" if edit["bot"] else "people"
    return (author, edit["length"]["new"] - edit["length"]["old"])


edits.map(growth).reduceByKey(lambda a, b: a + b).pprint()

ssc.start()
ssc.awaitTermination()
