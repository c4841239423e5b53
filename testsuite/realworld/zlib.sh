# SPDX-License-Identifier: GPL-2.0-or-later
# zlib.sh - zlib's own `make test`, for the static, shared and 64-bit builds.
#
# reads garbage: slide_hash deflate.c: "prev[n] is garbage but its value will never be used"

configure()
{
	KMSAN_OPTIONS= ./configure
}

build()
{
	make -j2
}

tests()
{
	make test
}

# A megabyte of something through every level and strategy of minigzip.
levels()
{
	cat ./*.c ./*.h >sample
	for option in -1 -4 -6 -9 -f -h -r; do
		./minigzip $option <sample | ./minigzip -d | cmp - sample
	done
}
