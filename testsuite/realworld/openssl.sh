#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# openssl.sh - functions for OpenSSL's entry in packages: its libraries, and some of
# the tests, short ones that do not run its command.

# Recipes whose program has the same name with "test" after it; recipe and
# program of others.
openssl_same="cmac des hmac"
openssl_other="d2i:d2i_test lhash:lhash_test stack:stack_test sparse_array:sparse_array_test
	internal_asn1:asn1_internal_test internal_bn:bn_internal_test
	internal_chacha:chacha_internal_test internal_curve448:curve448_internal_test
	internal_modes:modes_internal_test internal_poly1305:poly1305_internal_test
	bioprint:bioprinttest punycode:punycode_test hexstring:hexstr_test
	params:params_test sha:sha_test x509_time:x509_time_test
	v3name:v3nametest packet:packettest wpacket:wpackettest"

openssl_build()
{
	local name
	make build_generated
	make -j2 util/wrap.pl $(for name in $openssl_same; do echo "test/${name}test"; done
		for name in $openssl_other; do echo "test/${name#*:}"; done)
}

openssl_test()
{
	local name
	make run_tests TESTS="$(for name in $openssl_same $openssl_other; do
		printf 'test_%s ' "${name%:*}"
	done)"
}
