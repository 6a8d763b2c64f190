from dataclasses import dataclass, asdict, replace
from time import sleep
from typing import Optional
from pyspark import SparkContext
from pyspark.streaming import StreamingContext


@dataclass(frozen=True)
class Payment:
    id: int
    card: str
    amount: float
    country: str = "DE"
    score: Optional[int] = None


RULES = {
    "large": lambda p: 40 if p.amount > 1000 else 0,
    "abroad": lambda p: 30 if p.country not in ("DE", "AT") else 0,
    "round": lambda p: 10 if p.amount % 100 == 0 else 0,
    "blocked": lambda p: 100 if p.card in blocked.value else 0,
}

sc = SparkContext(appName="Fraud")
ssc = StreamingContext(sc, 1)
blocked = sc.broadcast(frozenset(["4000"]))
hits = {name: sc.accumulator(0) for name in RULES}


def rate(payment):
    total = 0
    for name, rule in RULES.items():
        points = rule(payment)
        if points:
            hits[name].add(1)
        total += points
    return replace(payment, score=total)


payments = ssc.queueStream([
    [Payment(1, "1111", 25.5), Payment(2, "2222", 2000.0, "US"), Payment(3, "4000", 5)],
    [Payment(4, "2222", 1500, "US"), Payment(5, "1111", 100)],
    [Payment(id=6, card="3333", amount=12.0, country="FR")],
])
scored = payments.map(rate).cache()
scored.filter(lambda p: p.score >= 50).pprint()
scored.map(lambda p: (p.card, p.score)).reduceByKeyAndWindow(max, None, 2, 1).filter(lambda kv: kv[1] > 60).pprint()
scored.map(lambda p: sorted(asdict(p).items())[-1]).pprint()
ssc.start()
for _ in range(3):
    sleep(1)
    print({name: hit.value for name, hit in hits.items()})
ssc.stop()
