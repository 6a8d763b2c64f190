"""A reader of HTML that calls a method for each part."""

import re
from html import unescape

_name = re.compile(r"([a-zA-Z][^\t\n\r\f />\x00]*)(?:\s|/(?!>))*")
_attribute = re.compile(
    r"((?<=['\"\s/])[^\s/>][^\s/=>]*)(\s*=+\s*('[^']*'|\"[^\"]*\"|(?!['\"])[^>\s]*))?(?:\s|/(?!>))*"
)
_end_of_tag = re.compile(r"<[a-zA-Z](?:[^>'\"]|'[^']*'|\"[^\"]*\")*>")
_charref = re.compile(r"&#(?:[0-9]+|[xX][0-9a-fA-F]+)[^0-9a-fA-F]")
_entityref = re.compile(r"&([a-zA-Z][-.a-zA-Z0-9]*)[^a-zA-Z0-9]")


class HTMLParser:
    CDATA_CONTENT_ELEMENTS = ("script", "style")

    def __init__(self, *, convert_charrefs=True):
        self.convert_charrefs = convert_charrefs
        self.reset()

    def reset(self):
        self.rawdata = ""
        self.lasttag = "???"
        self.cdata_elem = None
        self._line, self._column = 1, 0
        self._start_text = None

    def feed(self, data):
        self.rawdata += data
        self._go(False)

    def close(self):
        self._go(True)

    def getpos(self):
        return self._line, self._column

    def get_starttag_text(self):
        return self._start_text

    def _pass(self, start, end):
        passed = self.rawdata[start:end]
        lines = passed.count("\n")
        if lines:
            self._line += lines
            self._column = len(passed) - passed.rindex("\n") - 1
        else:
            self._column += len(passed)
        return end

    def _go(self, at_end):
        data, at, size = self.rawdata, 0, len(self.rawdata)
        while at < size:
            if self.cdata_elem:
                found = re.compile(r"</%s(?=[\t\n\r\f />])" % self.cdata_elem, re.I).search(data, at)
                next_at = found.start() if found else size if at_end else at
                if not found and not at_end:
                    break
            else:
                next_at = data.find("<", at)
                if next_at < 0:
                    amp = data.rfind("&", max(at, size - 34))
                    if not at_end and self.convert_charrefs and amp >= 0 and not re.compile(r"[\s;]").search(data, amp):
                        break
                    next_at = size
            if at < next_at:
                if self.convert_charrefs and not self.cdata_elem:
                    self.handle_data(unescape(data[at:next_at]))
                elif self.cdata_elem:
                    self.handle_data(data[at:next_at])
                else:
                    self._text(data[at:next_at])
            at = self._pass(at, next_at)
            if at == size:
                break
            end = self._markup(at, at_end)
            if end < 0:
                if not at_end:
                    break
                end = data.find(">", at + 1)
                end = size if end < 0 else end + 1
                self.handle_data(data[at:end])
            at = self._pass(at, end)
        self.rawdata = data[at:]

    def _text(self, text):
        at = 0
        while True:
            next_at = text.find("&", at)
            if next_at < 0:
                break
            if at < next_at:
                self.handle_data(text[at:next_at])
            found = _charref.match(text + " ", next_at)
            if found:
                self.handle_charref(found.group()[2:-1])
            else:
                found = _entityref.match(text + " ", next_at)
                if not found:
                    self.handle_data("&")
                    at = next_at + 1
                    continue
                self.handle_entityref(found.group(1))
            at = found.end() - 1
            if text[at:at + 1] == ";":
                at += 1
        if at < len(text):
            self.handle_data(text[at:])

    def _markup(self, at, at_end):
        data = self.rawdata
        if data.startswith("<!--", at):
            end = data.find("-->", at + 4)
            if end < 0:
                return -1
            self.handle_comment(data[at + 4:end])
            return end + 3
        if data.startswith("<?", at):
            end = data.find(">", at + 2)
            if end < 0:
                return -1
            self.handle_pi(data[at + 2:end])
            return end + 1
        if data.startswith("<!", at):
            end = data.find(">", at + 2)
            if end < 0:
                return -1
            declared = data[at + 2:end]
            if declared[:7].lower() == "doctype":
                self.handle_decl(declared)
            elif declared.startswith("["):
                end = data.find("]", at)
                close = data.find(">", end)
                self.unknown_decl(data[at + 3:end])
                return close + 1
            else:
                self.handle_comment(declared)
            return end + 1
        if data.startswith("</", at):
            end = data.find(">", at + 1)
            if end < 0:
                return -1
            found = _name.match(data, at + 2)
            if not found:
                if data[at:at + 3] == "</>":
                    return end + 1
                self.handle_comment(data[at + 2:end])
                return end + 1
            tag = found.group(1).lower()
            self.handle_endtag(tag)
            self.cdata_elem = None
            return end + 1
        found = _end_of_tag.match(data, at)
        if not found:
            if re.compile("<[a-zA-Z]").match(data, at):
                return -1
            if at + 1 == len(data) and not at_end:
                return -1
            self.handle_data("<")
            return at + 1
        end = found.end()
        self._start_text = data[at:end]
        found = _name.match(data, at + 1)
        self.lasttag = tag = found.group(1).lower()
        attributes = []
        place = found.end()
        while place < end:
            found = _attribute.match(data, place)
            if not found:
                break
            name, rest, value = found.groups()
            if not rest:
                value = None
            elif value[:1] == value[-1:] and value[:1] in ("'", '"') and len(value) > 1:
                value = value[1:-1]
            attributes.append((name.lower(), unescape(value) if value else value))
            place = found.end()
        tail = data[place:end].strip()
        if tail not in (">", "/>"):
            self.handle_data(data[at:end])
            return end
        if tail == "/>":
            self.handle_startendtag(tag, attributes)
        else:
            self.handle_starttag(tag, attributes)
            if tag in self.CDATA_CONTENT_ELEMENTS:
                self.cdata_elem = tag
        return end

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_starttag(self, tag, attrs):
        pass

    def handle_endtag(self, tag):
        pass

    def handle_charref(self, name):
        pass

    def handle_entityref(self, name):
        pass

    def handle_data(self, data):
        pass

    def handle_comment(self, data):
        pass

    def handle_decl(self, decl):
        pass

    def handle_pi(self, data):
        pass

    def unknown_decl(self, data):
        pass
