from collections import namedtuple
from datetime import datetime, timedelta
from time import sleep
from pyspark import SparkContext
from pyspark.streaming import StreamingContext

Click = namedtuple("Click", ["user", "page", "at"])
Session = namedtuple("Session", ["start", "end", "pages"])
GAP = timedelta(minutes=30)


def parse(line):
    user, page, at = line.split("|")
    return Click(user, page, datetime.strptime(at, "%Y-%m-%d %H:%M"))


def extend(clicks, sessions):
    sessions = list(sessions or [])
    for click in sorted(clicks, key=lambda c: c.at):
        if sessions and click.at - sessions[-1].end <= GAP:
            last = sessions[-1]
            sessions[-1] = last._replace(end=click.at, pages=last.pages + (click.page,))
        else:
            sessions.append(Session(click.at, click.at, (click.page,)))
    return sessions


def describe(item):
    user, sessions = item
    return "%s: %s" % (user, "; ".join("%s+%dm %s" % (s.start.strftime("%H:%M"), (s.end - s.start).seconds // 60, ">".join(s.pages)) for s in sessions))


sc = SparkContext("local[2]", "Sessions")
ssc = StreamingContext(sc, 1)
ssc.checkpoint("state")
lines = ssc.queueStream([
    ["ann|/|2024-05-01 10:00", "bob|/|2024-05-01 10:05", "ann|/cart|2024-05-01 10:20"],
    ["ann|/|2024-05-01 11:30", "bob|/help|2024-05-01 10:30"],
    [],
    ["ann|/pay|2024-05-01 11:35", "cy|/|2024-05-01 12:00"],
])
clicks = lines.map(parse)
clicks.map(lambda c: (c.user, c)).updateStateByKey(extend).map(describe).pprint()
clicks.pprint(2)
ssc.start()
sleep(4)
ssc.stop()
