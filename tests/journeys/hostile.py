"""Text that breaks programs, and what must be on paper instead."""

from __future__ import annotations

BOX = "□"

# As typed -> as printed. What no font of ours can print, or what would turn the text around,
# becomes a box; nothing is left out and nothing is interpreted.
CORPUS: dict[str, tuple[str, str]] = {
    "image tag": ('<img src="/etc/passwd"/>', '<img src="/etc/passwd"/>'),
    "closing tag": ("</para></font>", "</para></font>"),
    "open tag": ("<b>bold <i>", "<b>bold <i>"),
    "entity": ("&#99999999; &amp; &lt;", "&#99999999; &amp; &lt;"),
    "named placeholder": ("{name} {people:start}", "{name} {people:start}"),
    "placeholders": ("{0} {} {{x}} }{", "{0} {} {{x}} }{"),
    "percent": ("%s %(name)s %d%%", "%s %(name)s %d%%"),
    "backslashes": ("\\n \\1 \\u0041 (a) ) (", "\\n \\1 \\u0041 (a) ) ("),
    "controls": ("a\x01b\x07c\x1bd\x7fe", "a□b□c□d□e"),
    "nul": ("a\x00b", "a□b"),
    "right-to-left": ("a\u202eb\u200fc\u2067d", "a□b□c□d"),
    "lone surrogates": ("a\ud800b\udfffc", "a□b□c"),
    "emoji": ("a😀b👩‍👧c", "a□b□□□c"),
    "Chinese": ("a我爱你b", "a我爱你b"),
    "Arabic": ("aسلامb", "aسلامb"),
    "tab": ("a\tb", "a b"),
    "quotes": ("'\"“”«»`´", "'\"“”«»`´"),
    "accents": ("Ñandú Łódź cafe\u0301", "Ñandú Łódź café"),
}
LINES = ("one\ntwo\r\nthree\u2028four", "one two three four")
