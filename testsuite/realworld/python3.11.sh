#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# python3.11.sh - functions for Python's entry in packages: without the modules
# that need a library of the system's, and some of its tests.

python_configure()
{
	./configure --without-ensurepip --without-pymalloc --disable-test-modules
	{
		echo '*disabled*'
		echo _ssl _hashlib _ctypes zlib _bz2 _lzma _sqlite3 _curses _curses_panel \
			readline _dbm _gdbm _tkinter nis _uuid _crypt | tr ' ' '\n'
	} >>Modules/Setup.local
}

python_test()
{
	./python -m test test_binascii test_cmath test_csv test_dict test_float \
		test_format test_grammar test_int test_mmap test_os test_posix \
		test_signal test_struct test_subprocess test_thread
}
