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
	./python -m test test_array test_ast test_binascii test_builtin test_bytes \
		test_cmath test_codecs test_collections test_compile test_complex test_csv \
		test_datetime test_decimal test_dict test_exceptions test_float \
		test_format test_fractions test_functools test_generators test_grammar \
		test_hashlib test_heapq test_int test_io test_itertools test_json test_list \
		test_long test_marshal test_math test_memoryview test_mmap test_os \
		test_pickle test_posix test_random test_range test_re test_set test_signal \
		test_slice test_socket test_sort test_str test_struct test_subprocess \
		test_syntax test_thread test_threading test_time test_tuple test_unicodedata \
		test_weakref test_xml_etree_c
}
