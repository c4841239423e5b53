# SPDX-License-Identifier: GPL-2.0-or-later
# lua5.4.sh - Lua's own test suite is not in Debian: its `make test`
# (a greeting), and exercise.lua, which asserts its way through the language and its libraries.

exercise=${script%/*}/exercise.lua

# By hand: Debian's makefile wants a libtool, and a C++ library beside this one.
build()
{
	cd src
	echo "#define DEB_HOST_MULTIARCH \"none\"" >lua5.4-deb-multiarch.h
	ls ./*.c | xargs -P 2 -n 4 $CC $CFLAGS -std=gnu99 -DLUA_COMPAT_5_3 -DLUA_USE_LINUX -c
	$CC $(ls ./*.o | grep -v luac.o) -lm -ldl -Wl,-E -o lua
	$CC $(ls ./*.o | grep -v lua.o) -lm -ldl -Wl,-E -o luac
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
