#!/usr/bin/env python3
"""Runs programs on the real Spark for another process.

A line of standard input is a JSON object {"path": a program or a case's folder, "files": data
files to put beside it, "cores": N of local[N], "arguments": its arguments}; the answer is a line of JSON: what
oracle/run_case.py found, without the log, and with "failure" as in a case's meta.json.
"""
import json
import pathlib
import shutil
import sys
import tempfile

from oracle import run_case
from record import failure_of


def run(session, path, files, cores, arguments):
    with tempfile.TemporaryDirectory() as folder:
        shutil.copy(path, pathlib.Path(folder, "program.py"))
        for file in files:
            beside = pathlib.Path(folder, file)
            beside.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(pathlib.Path(path).parent / file, beside)
        result = session.run(folder, cores, arguments=arguments)
    result["failure"] = failure_of(result)
    del result["stderr"]
    return result


def main():
    with run_case.Session() as session:
        for line in sys.stdin:
            print(json.dumps(run(session, **json.loads(line))), flush=True)


if __name__ == "__main__":
    main()
