// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * hash.c - benchmark: SHA-256 of a buffer, and a hash table of its digests.
 *
 * Rotates, xors and adds on values that stay in registers: this shows the cost
 * of propagation where memory is not accessed much.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BUCKETS 4096

struct entry {
	struct entry *next;
	uint32_t digest[8];
};

static uint32_t round_constants[64];
static struct entry *table[BUCKETS];

static uint32_t rotate(uint32_t x, int n)
{
	return x >> n | x << (32 - n);
}

/* The first 32 bits of the fractions of the cube roots of the first primes. */
static void make_constants(void)
{
	int found = 0;

	for (int p = 2; found < 64; p++) {
		int prime = 1;

		for (int d = 2; d * d <= p; d++)
			prime &= p % d != 0;
		if (prime) {
			/* Newton's method; no libm for one root. */
			double root = p, last;

			do {
				last = root;
				root -= (root * root * root - p) / (3 * root * root);
			} while (last - root > 1e-14);
			round_constants[found++] = (uint32_t)((root - (int)root) * 4294967296.0);
		}
	}
}

static void compress(uint32_t *state, const unsigned char *block)
{
	uint32_t w[64], s[8];

	for (int i = 0; i < 16; i++)
		w[i] = (uint32_t)block[4 * i] << 24 | block[4 * i + 1] << 16 |
		       block[4 * i + 2] << 8 | block[4 * i + 3];
	for (int i = 16; i < 64; i++)
		w[i] = w[i - 16] + w[i - 7] +
		       (rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >> 3) +
		       (rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >> 10);
	memcpy(s, state, sizeof(s));
	for (int i = 0; i < 64; i++) {
		uint32_t t1 = s[7] + (rotate(s[4], 6) ^ rotate(s[4], 11) ^ rotate(s[4], 25)) +
			      ((s[4] & s[5]) ^ (~s[4] & s[6])) + round_constants[i] + w[i];
		uint32_t t2 = (rotate(s[0], 2) ^ rotate(s[0], 13) ^ rotate(s[0], 22)) +
			      ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));

		memmove(s + 1, s, 7 * sizeof(*s));
		s[4] += t1;
		s[0] = t1 + t2;
	}
	for (int i = 0; i < 8; i++)
		state[i] += s[i];
}

static void remember(const uint32_t *digest)
{
	struct entry **bucket = &table[digest[0] % BUCKETS], *e;

	for (e = *bucket; e; e = e->next)
		if (!memcmp(e->digest, digest, sizeof(e->digest)))
			return;
	e = malloc(sizeof(*e));
	memcpy(e->digest, digest, sizeof(e->digest));
	e->next = *bucket;
	*bucket = e;
}

int main(int argc, char **argv)
{
	int blocks = argc > 1 ? atoi(argv[1]) : 40000;
	uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
			      0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
	unsigned char block[64];

	make_constants();
	for (int i = 0; i < blocks; i++) {
		for (int j = 0; j < 64; j++)
			block[j] = i * 31 + j * 17;
		compress(state, block);
		remember(state);
	}
	printf("%08x%08x\n", state[0], state[7]);
	return 0;
}
