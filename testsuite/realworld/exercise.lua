-- SPDX-License-Identifier: GPL-2.0-or-later
-- exercise.lua - a walk through Lua and its libraries; every line asserts.

-- Integers, floats, and how they print.
assert(7 // 2 == 3 and -7 // 2 == -4 and 7 % -3 == -2 and 2 ^ 10 == 1024.0)
assert(string.format("%5.2f|%x|%-6s|", 3.14159, 255, "ab") == " 3.14|ff|ab    |")
assert(math.tointeger(3.0) == 3 and math.type(1) == "integer")
assert(0x7fffffffffffffff + 1 == math.mininteger)
assert(tostring(1e15) == "1e+15" and tostring(-0.0) == "-0.0")
assert(tonumber("0x1p4") == 16.0 and tonumber("z", 36) == 35)

-- Strings, patterns, packing.
local s = ("key = value; other=thing"):gsub("(%w+)%s*=%s*(%w+)", "%2=%1")
assert(s == "value=key; thing=other")
assert(("x"):rep(1000, ","):len() == 1999)
assert(("hello"):byte(-1) == 111 and ("hello"):reverse() == "olleh")
local packed = string.pack("<i4 s2 d z", -5, "abc", 0.5, "end")
local a, b, c, d = string.unpack("<i4 s2 d z", packed)
assert(a == -5 and b == "abc" and c == 0.5 and d == "end")
assert(utf8.char(228, 8364) == "ä€" and utf8.len("ä€") == 2)
for word in ("one two  three"):gmatch("%a+") do
	assert(#word >= 3)
end
assert(("THE (quick) fox"):find("%((%a+)%)") == 5)

-- Tables: arrays, hashes, sorting, metatables, length, removal.
local t = {}
for i = 1, 5000 do
	t[i] = (i * 7919) % 5003
end
table.sort(t)
for i = 2, #t do
	assert(t[i - 1] <= t[i])
end
table.sort(t, function(x, y) return x > y end)
assert(t[1] > t[#t])
local h = {}
for i = 1, 2000 do
	h["k" .. i] = i
end
local n = 0
for k, v in pairs(h) do
	n = n + v
	h[k] = nil
end
assert(n == 2001000 and next(h) == nil)
assert(table.concat({ 1, 2, 3 }, "-") == "1-2-3")
assert(select("#", table.unpack({ 1, nil, 3 }, 1, 3)) == 3)
local vector = setmetatable({}, {
	__index = function(_, k) return k .. "!" end,
	__call = function(_, x) return x + 1 end,
	__add = function() return "sum" end,
	__eq = function() return true end,
	__len = function() return 42 end,
	__close = function() n = -1 end,
})
assert(vector.foo == "foo!" and vector(1) == 2 and vector + 1 == "sum" and #vector == 42)
do
	local closing <close> = vector
end
assert(n == -1)

-- Closures, varargs, tail calls, goto, coroutines, errors.
local function counter()
	local i = 0
	return function()
		i = i + 1
		return i
	end
end
local count = counter()
assert(count() == 1 and count() == 2)
local function loop(i, ...)
	if i == 0 then
		return select("#", ...)
	end
	return loop(i - 1, ...)
end
assert(loop(100000, 1, nil, 3) == 3)
for i = 1, 3 do
	if i == 2 then
		goto continue
	end
	assert(i ~= 2)
	::continue::
end
local generator = coroutine.wrap(function()
	for i = 1, 100 do
		coroutine.yield(i, { i })
	end
	return "done"
end)
for i = 1, 100 do
	local x, y = generator()
	assert(x == i and y[1] == i)
end
assert(generator() == "done")
local ok, message = pcall(function() error({ code = 7 }) end)
assert(not ok and message.code == 7)
ok, message = xpcall(function() local x = nil; return x.y end, debug.traceback)
assert(not ok and message:find("attempt to index a nil value"))
ok, message = pcall(string.rep)
assert(not ok and message:find("bad argument #1"))
assert(not pcall(function() local function f() return f() + 1 end return f() end))

-- Compiling at run time, dumping and loading.
local f = assert(load("local a, b = ... return a * b", "chunk", "t"))
assert(f(6, 7) == 42)
assert(load(string.dump(f), "dumped", "b")(3, 4) == 12)
assert(not load("x = = 1"))

-- Garbage: weak tables and finalizers, both collectors.
local weak = setmetatable({}, { __mode = "k" })
for i = 1, 1000 do
	weak[{}] = setmetatable({}, { __gc = function() n = n + 1 end })
end
collectgarbage()
collectgarbage("generational")
for i = 1, 20000 do
	t[i % 100 + 1] = { i, tostring(i) }
end
collectgarbage("incremental")
collectgarbage()
assert(next(weak) == nil and n == 999)

-- Files and the system.
local name = os.tmpname()
local file = assert(io.open(name, "w"))
for i = 1, 1000 do
	file:write(i, " ", i / 2, "\n")
end
file:close()
local lines, sum = 0, 0
for x, y in io.lines(name, "n", "n") do
	lines, sum = lines + 1, sum + x
end
assert(lines == 1000 and sum == 500500)
file = io.open(name)
assert(file:seek("end") > 5000 and file:seek("set") == 0 and file:read("l") == "1 0.5")
assert(#file:read("a") > 5000)
file:close()
os.remove(name)
assert(os.time({ year = 2020, month = 1, day = 1, hour = 12 }) < os.time())
assert(os.date("!%Y-%m-%d", 86400) == "1970-01-02" and os.getenv("PATH"))
local pipe = io.popen("echo hello")
assert(pipe:read("a") == "hello\n" and pipe:close())
print("ok")
