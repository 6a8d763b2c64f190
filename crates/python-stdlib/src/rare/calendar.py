"""Months and weekdays."""

from datetime import date as _date

MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = range(7)
day_name = [_date(2001, 1, day).strftime("%A") for day in range(1, 8)]
day_abbr = [name[:3] for name in day_name]
month_name = ["", *(_date(2001, month, 1).strftime("%B") for month in range(1, 13))]
month_abbr = [name[:3] for name in month_name]


class IllegalMonthError(ValueError):
    def __init__(self, month):
        self.month = month

    def __str__(self):
        return "bad month number %r; must be 1-12" % self.month


def isleap(year):
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def leapdays(y1, y2):
    return sum(map(isleap, range(y1, y2)))


def weekday(year, month, day):
    return _date(year, month, day).weekday()


def monthrange(year, month):
    if not 1 <= month <= 12:
        raise IllegalMonthError(month)
    days = 29 if month == 2 and isleap(year) else 28 if month == 2 else 30 if month in (4, 6, 9, 11) else 31
    return weekday(year, month, 1), days


def monthcalendar(year, month):
    first, days = monthrange(year, month)
    cells = [0] * first + list(range(1, days + 1))
    cells += [0] * (-len(cells) % 7)
    return [cells[at:at + 7] for at in range(0, len(cells), 7)]


def month(theyear, themonth, w=0, l=0):
    lines = [f"{month_name[themonth]} {theyear}".center(20).rstrip(), " ".join(name[:2] for name in day_abbr)]
    for week in monthcalendar(theyear, themonth):
        lines.append(" ".join("%2s" % (day or "") for day in week).rstrip())
    return "\n".join(lines) + "\n"


def prmonth(theyear, themonth, w=0, l=0):
    print(month(theyear, themonth), end="")


def timegm(tuple):
    year, month, day, hour, minute, second = tuple[:6]
    days = _date(year, month, 1).toordinal() - _date(1970, 1, 1).toordinal() + day - 1
    return ((days * 24 + hour) * 60 + minute) * 60 + second
