# SPDX-License-Identifier: GPL-2.0-or-later
# lua5.4.sh - functions for Lua's entry in packages.  Lua's own test suite is not
# in Debian: exercise.lua asserts its way through the language and its
# libraries.

# By hand: Debian's makefile needs libtool, and also builds a C++ library.
lua_build()
{
	cd src
	echo "#define DEB_HOST_MULTIARCH \"none\"" >lua5.4-deb-multiarch.h
	ls ./*.c | xargs -P 2 -n 4 $CC $CFLAGS -std=gnu99 -DLUA_COMPAT_5_3 -DLUA_USE_LINUX -c
	$CC $(ls ./*.o | grep -v luac.o) -lm -ldl -Wl,-E -o lua
	$CC $(ls ./*.o | grep -v lua.o) -lm -ldl -Wl,-E -o luac
}

# Finally the same through the compiler's dump of its code.
lua_test()
{
	src/lua -v
	src/lua "$here/exercise.lua"
	src/luac -o exercise.out "$here/exercise.lua"
	src/luac -l -l exercise.out >/dev/null
	src/lua exercise.out
}
