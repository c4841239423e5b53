# SPDX-License-Identifier: GPL-2.0-or-later
# lz4.sh - parts of lz4's own tests: the tool, the fuzzers, the frame format.

build()
{
	make -C lib liblz4.a
	make -C programs -j2 lz4
	make -C tests -j2 datagen fuzzer frametest roundTripTest decompress-partial \
		decompress-partial-usingDict
}

tool()
{
	make -C tests test-lz4-basic test-lz4-multiple test-lz4-frame-concatenation \
		test-lz4-sparse test-lz4-dict
}

fuzzer()
{
	cd tests && ./fuzzer -s1 -i30
}

frametest()
{
	cd tests && ./frametest -s1 -i30
}

round_trip()
{
	cd tests && ./datagen -g1M >sample && ./roundTripTest sample
}

partial()
{
	cd tests && ./decompress-partial && ./decompress-partial-usingDict
}
