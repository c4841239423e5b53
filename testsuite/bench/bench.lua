-- SPDX-License-Identifier: GPL-2.0-or-later
-- bench.lua - the load for Lua: calls, floats, tables, strings, garbage.
local function fib(n)
	return n < 2 and n or fib(n - 1) + fib(n - 2)
end
assert(fib(23) == 28657)
local x, y = 1.0, 0.0
for i = 1, 200000 do
	x, y = x * 0.999 - y * 0.01, y + x * 0.01
end
local t = {}
for i = 1, 50000 do
	t[i] = { id = i, name = "n" .. i % 977 }
end
table.sort(t, function(a, b)
	return a.name == b.name and a.id < b.id or a.name < b.name
end)
local words = {}
for word in (("the quick brown fox "):rep(2000)):gmatch("%a+") do
	words[word] = (words[word] or 0) + 1
end
assert(words.fox == 2000)
