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

# How many functions each test ran, and which failed, is compared: without times.  Left
# out is one that never ends, with any compiler, where the kernel has vsock but no
# loopback for it, as in many virtual machines: connect() to itself fails there, and the
# other thread waits in accept().
python_test()
{
	set -o pipefail
	./python -m test -v -i ThreadedVSOCKSocketStreamTest \
		test_binascii test_cmath test_csv test_dict test_float \
		test_format test_grammar test_int test_mmap test_os test_posix \
		test_signal test_socket test_struct test_subprocess test_thread |
		sed -E 's/^(Ran [0-9]+ tests?) in .*/\1/'
}
