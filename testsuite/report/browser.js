// SPDX-License-Identifier: GPL-2.0-or-later
//
// browser.js - how kmsan-report's pages look and work, at several widths.
//
// browser-page.py puts this after `const pages`, of names and texts.  Each page
// is shown in a frame of each width; what is wrong becomes a line of #result.
'use strict';
const WIDTHS = [800, 1200, 1920];
const problems = [];

function texts(root, visit) {
	const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
	while (walker.nextNode())
		if (walker.currentNode.data.trim())
			visit(walker.currentNode);
}

// Words that begin in one line and end in the next, except for very long ones.
function broken_words(root) {
	const found = [];
	texts(root, node => {
		for (const match of node.data.matchAll(/[^\s-]+-?/g)) {
			const range = node.ownerDocument.createRange();
			range.setStart(node, match.index);
			range.setEnd(node, match.index + match[0].length);
			if (range.getClientRects().length > 1 && match[0].length <= 36)
				found.push(match[0]);
		}
	});
	return found;
}

function luminance(color) {
	const [r, g, b] = color.map(c => c / 255).map(c =>
		c <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4);
	return .2126 * r + .7152 * g + .0722 * b;
}

function parse_color(text) {
	const parts = text.match(/[\d.]+/g).map(Number);
	return { rgb: parts.slice(0, 3), opaque: parts.length < 4 || parts[3] > 0 };
}

function contrast(element, view, pseudo) {
	const front = luminance(parse_color(view.getComputedStyle(element, pseudo).color).rgb);
	let back = null;
	for (let e = element; e && !back; e = e.parentElement) {
		const color = parse_color(view.getComputedStyle(e).backgroundColor);
		back = color.opaque ? color.rgb : null;
	}
	back = luminance(back ?? [255, 255, 255]);
	return (Math.max(front, back) + .05) / (Math.min(front, back) + .05);
}

function check_width(tell, page, width) {
	if (page.documentElement.scrollWidth > width)
		tell('it is ' + page.documentElement.scrollWidth + ' wide');
}

function check_contrast(tell, page, view) {
	const seen = new Set();
	texts(page.body, node => {
		const element = node.parentElement;
		if (element.closest('script') || seen.has(element) ||
		    !element.getClientRects().length)
			return;
		seen.add(element);
		if (contrast(element, view) < 4.5)
			tell('hard to read: ' + node.data.trim().slice(0, 30));
	});
	for (const input of page.querySelectorAll('input[placeholder]'))
		if (contrast(input, view, '::placeholder') < 4.5)
			tell('hard to read: ' + input.placeholder);
}

// Both sides of a line are next to each other and do not overlap.
function check_pairs(tell, page) {
	let pairs = 0;
	for (const row of page.querySelectorAll('table.pair tr')) {
		const [a, b] = Array.from(row.cells, cell => cell.getBoundingClientRect());
		if (a.top !== b.top || a.height !== b.height || a.right > b.left + 1 ||
		    Math.abs(a.width - b.width) > 1)
			tell('not next to each other: ' + row.textContent.slice(0, 60));
		pairs += !row.classList.contains('one') && a.height > 0;
	}
	if (page.querySelector('table.pair') && pairs < 10)
		tell('only ' + pairs + ' lines have both sides');
}

function check_folding(tell, page, view, width) {
	const details = Array.from(page.querySelectorAll('details'));
	if (details.some(d => d.open))
		tell('not folded at first');
	page.getElementById('open').click();
	if (!details.every(d => d.open))
		tell('Unfold does not unfold all');
	check_width(tell, page, width);
	check_contrast(tell, page, view);
	check_pairs(tell, page);
	page.getElementById('close').click();
	if (details.some(d => d.open))
		tell('Fold does not fold all');
}

function check_table(tell, page) {
	const table = page.querySelector('table.sort');
	const heads = Array.from(table.tHead.rows[0].cells);
	const column = heads.findIndex(head => head.textContent === 'Function');
	const entries = () => Array.from(table.tBodies);
	const names = () => entries().map(entry => entry.rows[0].cells[column].textContent);
	const sorted = names().sort(new Intl.Collator('en', { numeric: true }).compare);

	for (const words of broken_words(table))
		tell('a broken word: ' + words);
	heads[column].click();
	if (names().join() !== sorted.join())
		tell('not sorted: ' + names().join());
	heads[column].click();
	if (names().join() !== sorted.reverse().join())
		tell('not sorted downwards: ' + names().join());
	if (entries().some(entry => entry.rows.length !== 2 ||
			   !entry.rows[1].textContent.includes(' in ')))
		tell('a report has lost its row');
}

function check_filter(tell, page, view) {
	const filter = page.getElementById('filter');
	const shown = words => {
		filter.value = words;
		filter.dispatchEvent(new view.Event('input'));
		return Array.from(page.querySelectorAll('tbody')).filter(entry =>
			entry.parentElement.className === 'sort' &&
			entry.getClientRects().length).length;
	};
	const all = shown('');

	if (shown('no-such-word') !== 0)
		tell('the filter shows what lacks the word');
	if (!(shown('infoleak') > 0 && shown('infoleak') < all))
		tell('the filter does not show what has the word');
	if (shown('') !== all || !all)
		tell('the filter does not show all again');
}

function show(name, text, width) {
	return new Promise(done => {
		const frame = document.createElement('iframe');
		frame.style = 'border: 0; height: 900px; width: ' + width + 'px';
		frame.onload = () => done(frame);
		frame.srcdoc = text;
		document.body.append(frame);
	});
}

async function check_all() {
	for (const [name, text] of pages)
		for (const width of WIDTHS) {
			const frame = await show(name, text, width);
			const page = frame.contentDocument, view = frame.contentWindow;
			const tell = what => problems.push(name + ', ' + width + ': ' + what);
			check_width(tell, page, width);
			check_table(tell, page);
			check_folding(tell, page, view, width);
			check_filter(tell, page, view);
			frame.remove();
		}
	const dark = matchMedia('(prefers-color-scheme: dark)').matches;
	document.getElementById('result').textContent = (dark ? 'dark' : 'light') + ': ' +
		(problems.slice(0, 20).join('; ') || 'all is well') + '.';
}
check_all().catch(error => {
	document.getElementById('result').textContent = 'failed: ' + error.stack + '.';
});
