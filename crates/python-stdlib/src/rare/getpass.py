"""Who runs the program, and passwords."""

import os


class GetPassWarning(UserWarning):
    pass


def getuser():
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        user = os.environ.get(name)
        if user:
            return user
    return "root"


def getpass(prompt="Password: ", stream=None):
    print(prompt, end="")
    raise EOFError("there is nobody to type a password here; read it from sys.argv or a file")
