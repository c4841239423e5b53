# SPDX-License-Identifier: GPL-2.0-or-later
# lua5.4.sh - Lua's own test suite is not in Debian: its `make test`, and
# exercise.lua, which asserts its way through the language and its libraries.

exercise=${script%/*}/exercise.lua

build()
{
	make -C src -j2 CC="$CC" CFLAGS="$CFLAGS -DLUA_COMPAT_5_3 -DLUA_USE_LINUX" \
		MYLIBS=-ldl lua luac
}

version()
{
	src/lua -v
}

exercise()
{
	src/lua "$exercise"
}

# The same through the compiler's dump of its code.
dump()
{
	src/luac -o exercise.out "$exercise"
	src/luac -l -l exercise.out >/dev/null
	src/lua exercise.out
}
