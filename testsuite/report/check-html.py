# SPDX-License-Identifier: GPL-2.0-or-later
#
# check-html.py FILE [TEXT]... - check that a page is well-formed XML, loads
# nothing from elsewhere, has only the elements and attributes that the program
# writes, and shows each TEXT.

import sys
import xml.etree.ElementTree as tree

ELEMENTS = {
    "html": {"lang"}, "head": set(), "meta": {"charset", "http-equiv", "content", "name"},
    "title": set(), "style": set(), "body": set(), "h1": set(), "h4": set(),
    "p": set(), "pre": set(), "i": set(), "b": set(), "br": set(), "small": set(),
    "input": {"id", "type", "placeholder", "aria-label"}, "button": {"id", "type"},
    "span": {"id"}, "table": {"class"}, "thead": set(), "tbody": {"class"},
    "tr": {"class"}, "th": set(), "td": {"class", "colspan"}, "details": set(),
    "summary": set(), "script": set(),
}
NAMESPACE = "{http://www.w3.org/1999/xhtml}"

page = tree.parse(sys.argv[1]).getroot()
wrong = []
for element in page.iter():
    name = element.tag.removeprefix(NAMESPACE)
    if name not in ELEMENTS:
        wrong.append("element " + name)
    else:
        wrong += ["attribute %s of %s" % (a, name)
                  for a in element.attrib if a not in ELEMENTS[name]]
for name, wanted in ("script", 1), ("style", 1), ("thead", 1), ("title", 1):
    found = len(list(page.iter(NAMESPACE + name)))
    if found != wanted:
        wrong.append("%d of %s" % (found, name))
body = page.find(NAMESPACE + "body")
text = "".join("".join(e.itertext()) for e in body if e.tag != NAMESPACE + "script")
wrong += ["no " + repr(wanted) for wanted in sys.argv[2:] if wanted not in text]
columns = len(list(page.find(".//" + NAMESPACE + "thead").iter(NAMESPACE + "th")))
# Each report is a tbody with a row of cells and one that folds.
entries = list(page.iter(NAMESPACE + "tbody"))
for entry in entries:
    cells, folds = (list(row) for row in entry)
    if len(cells) != columns or len(folds) != 1 or folds[0].get("colspan") != str(columns):
        wrong.append("a report of %d cells, not %d" % (len(cells), columns))
wrong += ["a line of %d sides" % len(row) for table in page.iter(NAMESPACE + "table")
          if table.get("class") == "pair" for row in table if len(row) != 2]
# What could load something; attributes are ruled out above.
code = "".join("".join(page.iter(NAMESPACE + name).__next__().itertext())
               for name in ("style", "script")).lower()
wrong += [what + " in the code" for what in ("http", "url(", "import", "fetch", "innerhtml")
          if what in code]
print(", ".join(wrong) or "%d rows" % len(entries))
sys.exit(bool(wrong))
