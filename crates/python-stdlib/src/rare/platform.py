"""What a program is told of the machine: that of CPython on Linux."""

from collections import namedtuple

uname_result = namedtuple("uname_result", "system node release version machine processor")


def uname():
    return uname_result("Linux", "localhost", "6.0", "#1 SMP", "x86_64", "x86_64")


def system():
    return "Linux"


def node():
    return "localhost"


def release():
    return uname().release


def version():
    return uname().version


def machine():
    return "x86_64"


def processor():
    return "x86_64"


def architecture(executable="", bits="", linkage=""):
    return "64bit", "ELF"


def platform(aliased=False, terse=False):
    return "Linux-6.0-x86_64" if terse else "Linux-6.0-x86_64-with-glibc2.36"


def python_version():
    return "3.11.7"


def python_version_tuple():
    return "3", "11", "7"


def python_implementation():
    return "CPython"


def python_compiler():
    return "GCC 12.2.0"


def python_build():
    return "main", "Jan  1 2024 00:00:00"


def python_branch():
    return ""


def python_revision():
    return ""


def libc_ver(executable=None, lib="", version="", chunksize=16384):
    return "glibc", "2.36"


def mac_ver(release="", versioninfo=("", "", ""), machine=""):
    return release, versioninfo, machine


def win32_ver(release="", version="", csd="", ptype=""):
    return release, version, csd, ptype
