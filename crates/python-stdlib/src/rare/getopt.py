"""Options of the command line, as C's `getopt` reads them."""


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        Exception.__init__(self, msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def getopt(args, shortopts, longopts=[]):
    opts = []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        if args[0] == "--":
            args = args[1:]
            break
        if args[0].startswith("--"):
            opts, args = _long(opts, args[0][2:], longopts, args[1:])
        else:
            opts, args = _short(opts, args[0][1:], shortopts, args[1:])
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    opts, rest = [], []
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    in_order = shortopts.startswith("+")
    shortopts = shortopts.lstrip("+")
    while args:
        if args[0] == "--":
            rest += args[1:]
            break
        if args[0].startswith("--"):
            opts, args = _long(opts, args[0][2:], longopts, args[1:])
        elif args[0].startswith("-") and args[0] != "-":
            opts, args = _short(opts, args[0][1:], shortopts, args[1:])
        elif in_order:
            rest += args
            break
        else:
            rest.append(args[0])
            args = args[1:]
    return opts, rest


def _long(opts, opt, longopts, args):
    opt, equals, value = opt.partition("=")
    found = [known for known in longopts if known.startswith(opt)]
    if not found:
        raise GetoptError(f"option --{opt} not recognized", opt)
    if opt in found:
        takes, name = False, opt
    elif opt + "=" in found:
        takes, name = True, opt
    elif len(found) > 1:
        raise GetoptError(f"option --{opt} not a unique prefix", opt)
    else:
        takes, name = found[0].endswith("="), found[0].rstrip("=")
    if takes:
        if not equals:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value, args = args[0], args[1:]
    elif equals:
        raise GetoptError(f"option --{name} must not have an argument", name)
    opts.append(("--" + name, value))
    return opts, args


def _short(opts, letters, shortopts, args):
    while letters:
        opt, letters = letters[0], letters[1:]
        at = shortopts.find(opt)
        if at < 0 or opt == ":":
            raise GetoptError(f"option -{opt} not recognized", opt)
        value = ""
        if shortopts[at + 1:at + 2] == ":":
            if not letters:
                if not args:
                    raise GetoptError(f"option -{opt} requires argument", opt)
                letters, args = args[0], args[1:]
            value, letters = letters, ""
        opts.append(("-" + opt, value))
    return opts, args
