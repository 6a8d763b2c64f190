"""datetime, date, time, timedelta: construction, arithmetic, formatting, parsing."""

from templates import family, lines, programs

HEAD = "from datetime import datetime, date, time, timedelta, timezone\nimport datetime as dt\n"
STAMPS = ["datetime(2024, 2, 29, 13, 5, 9)", "datetime(2024, 1, 1)", "datetime(1999, 12, 31, 23, 59, 59, 999999)", "datetime(1, 1, 1)", "datetime(2024, 7, 4, 0, 30, 0, 5000)"]
CASES = [
    *family("$d, str($d), $d.isoformat(), $d.$m", code=HEAD, d=STAMPS, m=["date()", "time()", "weekday()", "isoweekday()", "timetuple().tm_yday", "isocalendar()", "toordinal()", "ctime()", "timestamp()", "replace(hour=5, microsecond=0)", "year", "isoformat(' ', 'minutes')", "isoformat(timespec='milliseconds')"]),
    *family("$d.strftime('$f')", code=HEAD, d=STAMPS[:3], f=["%Y-%m-%d", "%H:%M:%S", "%d/%m/%y", "%A %B", "%a %b", "%j", "%I:%M %p", "%f", "%U %W", "%w %u", "%%", "%c", "%x %X", "%y%m%d", "%D", "%e", "text", "%Z%z", "%G-%V"]),
    *family("datetime.strptime($a)", code=HEAD, a=["'2024-02-29', '%Y-%m-%d'", "'29/02/24 13:05', '%d/%m/%y %H:%M'", "'Mar 5 2024', '%b %d %Y'", "'5 March 2024 PM 3', '%d %B %Y %p %I'", "'2024-01-01T10:20:30.123', '%Y-%m-%dT%H:%M:%S.%f'", "'10/Oct/2000:13:55:36 -0700', '%d/%b/%Y:%H:%M:%S %z'", "'2024-13-01', '%Y-%m-%d'",
            "'2023-02-29', '%Y-%m-%d'", "'x', '%Y'", "'2024-01-01 extra', '%Y-%m-%d'", "'', '%Y'", "'12', '%q'", "'12:60', '%H:%M'", "'monday', '%A'", "'60', '%y'", "'75', '%y'", "'24', '%H'", "'366 2024', '%j %Y'", "5, '%Y'", "'2024', 5", "'  7', '%d'", "'2024-1-5', '%Y-%m-%d'", "'1 2', '%H  %M'"]),
    *family("datetime.fromisoformat('$t')", code=HEAD, t=["2024-01-05", "2024-01-05 10:20", "2024-01-05T10:20:30", "2024-01-05T10:20:30.123456", "2024-01-05T10:20:30Z", "2024-01-05T10:20:30+02:00", "20240105", "2024-W01-5", "2024-1-5", "nope", "2024-13-01", "2024-01-05T25:00"]),
    *family("timedelta($a), str(timedelta($a)), timedelta($a).total_seconds()", code=HEAD, a=["0", "1", "days=-1", "seconds=90", "hours=25, minutes=61", "milliseconds=1500", "microseconds=-1", "weeks=2, days=-3", "days=1.5", "seconds=0.1", "minutes=-5", "days=1000, seconds=1, microseconds=10", "'a'", "days=10**10"]),
    *lines("""
        datetime(2024, 1, 31) + timedelta(days=30), datetime(2024, 3, 1) - timedelta(days=1), datetime(2024, 1, 2) - datetime(2024, 1, 1, 12), date(2024, 3, 1) - date(2024, 2, 1), date(2024, 12, 31) + timedelta(1)
        timedelta(hours=1) + timedelta(minutes=30), timedelta(1) - timedelta(2), timedelta(1) * 3, timedelta(7) / 2, timedelta(7) // timedelta(2), timedelta(7) % timedelta(2), timedelta(1) / timedelta(hours=6), -timedelta(1), abs(-timedelta(1)), timedelta(3) // 2, divmod(timedelta(7), timedelta(2))
        timedelta(days=2, hours=3).days, timedelta(days=2, hours=3).seconds, timedelta(microseconds=5).microseconds, bool(timedelta()), timedelta.max, timedelta.min, timedelta.resolution
        datetime(2024, 1, 1) < datetime(2024, 1, 2), date(2024, 1, 1) == date(2024, 1, 1), timedelta(1) > timedelta(hours=23), datetime(2024, 1, 1) == date(2024, 1, 1), max(date(2024, 1, 1), date(2023, 1, 1)), sorted([timedelta(2), timedelta(1)])
        datetime(2024, 1, 1) < date(2024, 1, 1)
        datetime(2024, 1, 1) < 5
        datetime(2024, 1, 1) + 5
        datetime(2024, 1, 1) + datetime(2024, 1, 1)
        date(2024, 1, 1) + 1
        date(2024, 1, 1) - 'a'
        timedelta(1) + 1
        timedelta(1) / 0
        datetime(2024, 13, 1)
        datetime(2024, 2, 30)
        datetime(2024, 0, 1)
        datetime(0, 1, 1)
        datetime(10000, 1, 1)
        datetime(2024, 1, 1, 24)
        datetime(2024, 1, 1, 0, 60)
        datetime(2024, 1, 1, 0, 0, 60)
        datetime(2024, 1, 1, 0, 0, 0, 1000000)
        datetime(2024, 1)
        datetime()
        datetime('2024')
        datetime(2024, 1, 1.5)
        date(2024, 4, 31)
        date(2024)
        date.max + timedelta(1)
        datetime(1, 1, 1) - timedelta(1)
        date(2024, 2, 29), str(date(2024, 2, 29)), date(2024, 2, 29).isoformat(), date(2024, 2, 29).strftime('%d.%m.%Y'), date(2024, 2, 29).weekday(), date(2024, 2, 29).replace(day=1), date(2024, 2, 29).timetuple().tm_yday, date.fromisoformat('2024-02-29'), date.fromordinal(738945), date(2024, 2, 29).ctime()
        date(2024, 2, 29).replace(year=2023)
        date.fromisoformat('2024-02-30')
        time(13, 5), time(13, 5, 9, 120), str(time(1, 2, 3)), time().isoformat(), time(13, 5).strftime('%I:%M %p'), time(1) < time(2), time(10, 30).hour, time.fromisoformat('10:20:30'), time(5).replace(minute=3), bool(time())
        time(25)
        datetime.combine(date(2024, 1, 2), time(3, 4)), datetime.fromtimestamp(0), datetime.fromtimestamp(1704067200.5), datetime.utcfromtimestamp(86400), date.fromtimestamp(1704067200), datetime.fromordinal(1), datetime.min, datetime.max, date.min
        datetime(2024, 1, 1, tzinfo=timezone.utc), str(datetime(2024, 1, 1, tzinfo=timezone.utc)), datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=-5))).isoformat(), datetime(2024, 1, 1, 12, tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=2))), timezone.utc, timezone(timedelta(hours=1), 'X')
        datetime(2024, 1, 1, tzinfo=timezone.utc) - datetime(2024, 1, 1)
        datetime(2024, 1, 1, tzinfo=timezone.utc) < datetime(2024, 1, 1)
        datetime.fromtimestamp(1704067200, timezone.utc), datetime(2024, 1, 1, tzinfo=timezone.utc).timestamp(), datetime(1970, 1, 1).timestamp(), datetime(2024, 1, 1, tzinfo=timezone.utc).utcoffset()
        hash(date(2024, 1, 1)) == hash(date(2024, 1, 1)), {date(2024, 1, 1): 'a'}[date(2024, 1, 1)], [date(2024, 1, 1)], (timedelta(1),), {'t': time(1)}
        f'{datetime(2024, 1, 5):%d %b}', f'{date(2024, 1, 5)}', '{:%H-%M}'.format(datetime(2024, 1, 1, 5, 6)), '%s' % datetime(2024, 1, 1), f'{timedelta(hours=5)}', f'{date(2024, 1, 5)!r:>30}'
        f'{timedelta(1):>20}'
        datetime(2024, 1, 1).foo
        dt.datetime(2024, 5, 6).date() - dt.date(2024, 1, 1), dt.timedelta(days=1), dt.date(2024, 1, 1).isocalendar().week, isinstance(datetime(2024, 1, 1), date), dt.MINYEAR, dt.MAXYEAR
        (datetime(2024, 3, 10) - datetime(2024, 2, 28)).days, [(date(2024, 2, 27) + timedelta(d)).isoformat() for d in range(4)], sum([timedelta(1), timedelta(2)], timedelta()), (datetime(2024, 1, 1, 10) - datetime(2024, 1, 1, 8, 30)).total_seconds() / 60
        [date(y, 2, 28) + timedelta(1) for y in (1900, 2000, 2023, 2024)], date(2024, 1, 1).toordinal() - date(2000, 1, 1).toordinal(), [date(2024, m, 1).strftime('%b') for m in range(1, 13)], [date(2024, 1, d).strftime('%a') for d in range(1, 8)]
    """, code=HEAD),
    *programs(HEAD + """
events = ['2024-01-01 10:00:05,a', '2024-01-01 10:00:45,b', '2024-01-01 10:01:10,a']
buckets = {}
for line in events:
    stamp, name = line.split(',')
    when = datetime.strptime(stamp, '%Y-%m-%d %H:%M:%S')
    buckets.setdefault(when.replace(second=0), []).append(name)
for minute, names in sorted(buckets.items()):
    print(minute, names, f'{minute:%H:%M}', int(minute.timestamp()))
---
""" + HEAD + """
start = date(2024, 1, 29)
day, end = start, date(2024, 2, 2)
while day <= end:
    print(day.isoformat(), day.strftime('%A'), day.weekday() >= 5)
    day += timedelta(days=1)
age = (date(2024, 6, 1) - date(1990, 8, 15)).days // 365
print(age, timedelta(days=400) > timedelta(weeks=57), str(timedelta(seconds=3661)))
d = datetime(2024, 1, 1)
d.year = 5
---
import time
print(time.strftime('%Y-%m-%d', time.gmtime(0)), time.gmtime(86400).tm_mday, time.localtime(0).tm_year, type(time.time()).__name__, time.time() > 0, time.sleep(0), time.gmtime(0)[:6])
"""),
    *lines("""
        datetime.fromtimestamp(inf, timezone.utc)
        datetime.fromtimestamp(nan, timezone.utc)
        timedelta(weeks=1e300)
        timedelta(days=1e300)
        timedelta(microseconds=1e300)
        timedelta(hours=-1e40)
        timedelta(days=10**30)
        timedelta(microseconds=10**30)
        timedelta(seconds=10**14)
        timedelta(seconds=10**13)
        timedelta(microseconds=10**20)
        timedelta(weeks=10**9)
        datetime.fromtimestamp(Decimal('7'), timezone.utc)
        timedelta(seconds=inf)
        timedelta(seconds=nan)
        timedelta(seconds=Decimal(1))
        datetime.fromtimestamp(2**63, timezone.utc)
        datetime.fromtimestamp(2**62, timezone.utc)
        datetime.fromtimestamp(2**40, timezone.utc)
        datetime.fromtimestamp(-2**40, timezone.utc)
        datetime.fromtimestamp(-2**63-1, timezone.utc)
        datetime.fromtimestamp(1e300, timezone.utc)
        datetime.fromtimestamp(-1e300, timezone.utc)
        datetime.fromtimestamp(1e18, timezone.utc)
        datetime.fromtimestamp(1e15, timezone.utc)
        datetime.fromtimestamp('x', timezone.utc)
        datetime.utcfromtimestamp(1e300)
        datetime.utcfromtimestamp(2**63)
        datetime.utcfromtimestamp(Decimal(5))
        date.fromtimestamp(1e300)
        date.fromtimestamp(2**63)
        date.fromtimestamp(2**50)
        date.fromtimestamp(inf)
        date.fromtimestamp(Decimal(5))
        datetime.max+timedelta(1)
        datetime.min-timedelta(1)
        date.max+timedelta(1)
        date.min-timedelta(1)
        timedelta.max*2
        timedelta.max*10**40
        timedelta.max*1e300
        timedelta.max*inf
        timedelta.max*nan
        timedelta.max/1e-300
        timedelta.max/0
        timedelta.max//0
        timedelta.max/0.0
        timedelta.max//timedelta(0)
        timedelta.max%timedelta(0)
        divmod(timedelta.max,timedelta(0))
        timedelta.max+timedelta.max
        -timedelta.max
        -timedelta.min
        abs(timedelta.min)
        timedelta.min-timedelta(1)
        timedelta(1)*True
        10**40*timedelta(1)
        date(10**30,1,1)
        date(2**31,1,1)
        date(10000,1,1)
        datetime(2020,1,1,10**20)
        datetime(2020,1,1,0,0,0,10**9)
        time(25)
        time(2**40)
        date.fromordinal(10**10)
        date.fromordinal(2**31-1)
        date.fromordinal(0)
        date.fromordinal(10**30)
        date.fromisocalendar(10**10,1,1)
        date.fromisocalendar(2020,60,1)
        date.fromisocalendar(2020,1,9)
        datetime.max.astimezone(timezone(timedelta(hours=5)))
        datetime.max.replace(tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=5)))
        datetime.min.replace(tzinfo=timezone.utc).astimezone(timezone(timedelta(hours=-5)))
        datetime.min.replace(tzinfo=timezone(timedelta(hours=5))).timestamp()
        datetime.max.replace(tzinfo=timezone.utc).timestamp()
        timezone(timedelta(hours=24))
        timezone(timedelta(days=-1))
        timezone(timedelta(1e-6))
        datetime.fromtimestamp(253402300800, timezone.utc)
        datetime.fromtimestamp(253402300799.9999999, timezone.utc)
        datetime.fromtimestamp(-62135596800, timezone.utc)
        datetime.fromtimestamp(-62135596801, timezone.utc)
        datetime.fromtimestamp(True, timezone.utc)
        timedelta(days=0.5, weeks=1e9)
        timedelta(minutes=2**70)
        timedelta(1).total_seconds()*10**20
        datetime(1,1,1)-timedelta(days=10**9-1)
        datetime.fromtimestamp(1e10, timezone(timedelta(hours=23,minutes=59)))
    """, code="from datetime import *\nfrom decimal import Decimal\nfrom math import inf, nan\n"),
]
