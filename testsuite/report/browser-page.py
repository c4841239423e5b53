# SPDX-License-Identifier: GPL-2.0-or-later
#
# browser-page.py SCRIPT PAGE... - one page with a script that checks other
# pages.

import json
import os
import sys

pages = []
for name in sys.argv[2:]:
    with open(name, encoding="utf-8") as file:
        pages.append([os.path.basename(name), file.read()])
with open(sys.argv[1], encoding="utf-8") as file:
    script = file.read()
print('<!DOCTYPE html>\n<html><head><meta charset="utf-8">'
      '<meta name="color-scheme" content="light dark"></head><body>'
      '<pre id="result">did not end.</pre>\n<script>const pages = %s;\n%s</script></body></html>'
      % (json.dumps(pages).replace("</", "<\\/"), script))
