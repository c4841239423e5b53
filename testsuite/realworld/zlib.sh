# SPDX-License-Identifier: GPL-2.0-or-later
# zlib.sh - functions for zlib's entry in packages.

# A megabyte of data through every level and strategy of minigzip.
levels()
{
	local option
	cat ./*.c ./*.h >sample
	for option in -1 -4 -6 -9 -f -h -r; do
		./minigzip $option <sample | ./minigzip -d | cmp - sample
	done
}
