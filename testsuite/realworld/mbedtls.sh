#!/bin/bash
# SPDX-License-Identifier: GPL-2.0-or-later
# mbedtls.sh - functions for Mbed TLS's entry in packages: a third of its suites,
# some of each part, since each is a program.

mbedtls_build()
{
	make -j2 CFLAGS="$CFLAGS" lib
	make -C tests -j2 CFLAGS="$CFLAGS" $(printf 'test_suite_%s ' aes.cbc aes.rest \
		asn1parse asn1write base64 bignum.misc ccm chachapoly cipher.aes cmac \
		ctr_drbg des dhm ecdh ecdsa ecp entropy gcm.aes128_en hkdf md oid pem pk \
		pkcs5 pkparse pkwrite psa_crypto psa_its rsa shax ssl x509parse x509write)
}
