# SPDX-License-Identifier: GPL-2.0-or-later
# sqlite3.sh - functions for SQLite's entry in packages: its own fuzzcheck on
# two databases that come with it, its speed test with verification, and its
# shell.

# sqlite3.c is all of SQLite in one file; it is compiled only once here, with
# all that fuzzcheck needs.  The tools that generate it are not under test.
amalgamation()
{
	CC=gcc ./configure --disable-tcl --disable-readline
	make sqlite3.c shell.c
}

sqlite_build()
{
	options=$(sed -n "s/^FUZZCHECK_OPT += *//p" Makefile.in | grep -v TOP)
	$CC -g -O1 -I. $options -c sqlite3.c &
	compiling=$!
	$CC -g -O1 -I. -Isrc -Itest -Iext/recover $options -c test/fuzzcheck.c test/ossfuzz.c \
		test/fuzzinvariants.c ext/recover/dbdata.c ext/recover/sqlite3recover.c \
		test/vt02.c shell.c test/speedtest1.c
	wait $compiling
	$CC fuzzcheck.o ossfuzz.o fuzzinvariants.o dbdata.o sqlite3recover.o vt02.o \
		sqlite3.o -lm -ldl -lpthread -o fuzzcheck
	$CC shell.o sqlite3.o -lm -ldl -lpthread -o sqlite3
	$CC speedtest1.o sqlite3.o -lm -ldl -lpthread -o speedtest1
}

sqlite_shell()
{
	./sqlite3 test.db <<-END
		CREATE TABLE t(a INTEGER PRIMARY KEY, b TEXT, c REAL);
		WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
			INSERT INTO t SELECT i, 'row ' || i, i / 7.0 FROM n;
		CREATE INDEX t_b ON t(b);
		SELECT count(*), sum(a), round(avg(c), 3) FROM t WHERE b LIKE '%9';
		DELETE FROM t WHERE a % 3 = 0;
		VACUUM;
		PRAGMA integrity_check;
		.dump
	END
}
