# SPDX-License-Identifier: GPL-2.0-or-later
# sqlite3.sh - SQLite's own fuzzcheck on the databases that come with it, its
# speed test with verification, and its shell.

configure()
{
	KMSAN_OPTIONS= CFLAGS="-g -O1" ./configure --disable-tcl --disable-readline
}

# Twice the same big file in effect: once with all of fuzzcheck's extensions.
build()
{
	KMSAN_OPTIONS= make sqlite3.c
	make -j2 sqlite3 fuzzcheck speedtest1
}

fuzzcheck()
{
	./fuzzcheck test/fuzzdata4.db test/fuzzdata6.db test/fuzzdata8.db
}

speedtest()
{
	./speedtest1 --size 5 --verify --memdb
}

shell()
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
