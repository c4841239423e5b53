/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * html-page.h - what every page has: style, script, and the line to filter.
 *
 * The page may load nothing and send nothing: its own policy forbids it.
 */
#ifndef KMSAN_REPORT_HTML_PAGE_H
#define KMSAN_REPORT_HTML_PAGE_H

static const char html_head[] =
	"<!DOCTYPE html>\n"
	"<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n<head>\n"
	"<meta charset=\"utf-8\"/>\n"
	"<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
	"'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'\"/>\n"
	"<meta name=\"viewport\" content=\"width=device-width\"/>\n";

static const char html_style[] =
	"<style>\n"
	":root { color-scheme: light dark; }\n"
	"body { font: 14px sans-serif; margin: 1em; color: #222;"
	" background: #fff; }\n"
	"h1 { font-size: 20px; }\n"
	"p { overflow-wrap: anywhere; }\n"
	"h4 { margin: .6em 0 .1em; font-weight: normal; color: #666; }\n"
	"pre, table.pair { font: 12px monospace; overflow-wrap: anywhere; }\n"
	"pre { margin: 0 0 0 1em; white-space: pre-wrap; }\n"
	"i, small { color: #6a6a6a; }\n"
	"table { border-collapse: collapse; width: 100%; }\n"
	"th, td { text-align: left; vertical-align: top; padding: 3px 8px; }\n"
	"thead th { cursor: pointer; position: sticky; top: 0;"
	" background: #eee; white-space: nowrap; }\n"
	"th.up::after { content: ' \\25B2'; }\n"
	"th.down::after { content: ' \\25BC'; }\n"
	"td.n { text-align: right; }\n"
	"td span { display: inline-block; max-width: 40ch;"
	" overflow-wrap: break-word; }\n"
	"td.report { border-bottom: 1px solid #ddd; padding: 0 8px 6px 2em;"
	" overflow-wrap: anywhere; }\n"
	"table.pair { table-layout: fixed; margin: 4px 0 1em; }\n"
	"table.pair th { font: 12px sans-serif; color: #666;"
	" padding: 8px 8px 1px; }\n"
	"table.pair td { padding: 1px 8px 1px 1.5em; text-indent: -.5em; }\n"
	"table.pair p { font: 12px sans-serif; text-indent: 0; }\n"
	"tr.one td { background: #fdeccb; }\n"
	"td p { margin: .2em 0; }\n"
	"tbody.alone { background: #fff3e0; }\n"
	"summary { cursor: pointer; }\n"
	"b { color: #b00; }\n"
	"input { width: 24em; max-width: 60%; padding: 3px; }\n"
	"@media (prefers-color-scheme: dark) {\n"
	"body { color: #ddd; background: #1b1b1b; }\n"
	"thead th { background: #333; } td.report { border-color: #444; }\n"
	"tbody.alone { background: #3a2c14; } b { color: #f77; }\n"
	"tr.one td { background: #4a3a1c; }\n"
	"h4, i, small, table.pair th { color: #aaa; }\n"
	"}\n"
	"</style>\n";

static const char html_filter[] =
	"<p><input id=\"filter\" type=\"search\" placeholder=\"Filter: words "
	"that a report must have\" aria-label=\"Filter\"/>\n"
	"<button id=\"open\" type=\"button\">Unfold</button>\n"
	"<button id=\"close\" type=\"button\">Fold</button>\n"
	"<span id=\"shown\"></span></p>\n";

static const char html_end[] =
	"<script>\n//<![CDATA[\n"
	"'use strict';\n"
	"const table = document.querySelector('table.sort');\n"
	"const entries = Array.from(table.tBodies);\n"
	"const heads = Array.from(table.tHead.rows[0].cells);\n"
	"const words = entries.map(entry =>"
	" entry.textContent.toLowerCase());\n"
	"function filter() {\n"
	"\tconst wanted = document.getElementById('filter').value.toLowerCase()"
	".split(/\\s+/);\n"
	"\tlet shown = 0;\n"
	"\tentries.forEach((entry, i) => {\n"
	"\t\tentry.hidden = !wanted.every(word => words[i].includes(word));\n"
	"\t\tshown += !entry.hidden;\n"
	"\t});\n"
	"\tdocument.getElementById('shown').textContent = shown + ' of ' +"
	" entries.length;\n"
	"}\n"
	"function sort(column) {\n"
	"\tconst up = !heads[column].classList.contains('up');\n"
	"\theads.forEach(head => head.classList.remove('up', 'down'));\n"
	"\theads[column].classList.add(up ? 'up' : 'down');\n"
	"\tconst text = entry => entry.rows[0].cells[column].textContent;\n"
	"\tconst order = new Intl.Collator('en', { numeric: true }).compare;\n"
	"\tArray.from(entries).sort((a, b) => up ? order(text(a), text(b)) :"
	" order(text(b), text(a))).forEach(entry => table.append(entry));\n"
	"}\n"
	"function fold(open) {\n"
	"\tentries.filter(entry => !entry.hidden).forEach(entry =>"
	" entry.querySelectorAll('details').forEach(d =>"
	" { d.open = open; }));\n"
	"}\n"
	"heads.forEach((head, i) => {\n"
	"\thead.tabIndex = 0;\n"
	"\thead.addEventListener('click', () => sort(i));\n"
	"\thead.addEventListener('keydown', e => {"
	" if (e.key === 'Enter') sort(i); });\n"
	"});\n"
	"document.getElementById('filter').addEventListener('input', filter);\n"
	"document.getElementById('open').addEventListener('click', () =>"
	" fold(true));\n"
	"document.getElementById('close').addEventListener('click', () =>"
	" fold(false));\n"
	"filter();\n"
	"//]]>\n</script>\n</body>\n</html>\n";

#endif
