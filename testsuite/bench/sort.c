// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * sort.c - benchmark: heap sort of integers and a merge sort of linked records.
 *
 * Loads, compares and stores in a tight loop: this shows the least cost of
 * shadow.
 */
#include <stdio.h>
#include <stdlib.h>

struct record {
	struct record *next;
	unsigned int key;
};

static unsigned int next_random(unsigned int *state)
{
	*state = *state * 1664525u + 1013904223u;
	return *state >> 8;
}

static void sift(unsigned int *heap, size_t top, size_t n)
{
	size_t child;

	while ((child = 2 * top + 1) < n) {
		unsigned int t;

		if (child + 1 < n && heap[child + 1] > heap[child])
			child++;
		if (heap[top] >= heap[child])
			return;
		t = heap[top];
		heap[top] = heap[child];
		heap[child] = t;
		top = child;
	}
}

static void heap_sort(unsigned int *heap, size_t n)
{
	for (size_t i = n / 2; i--;)
		sift(heap, i, n);
	while (n > 1) {
		unsigned int t = heap[--n];

		heap[n] = heap[0];
		heap[0] = t;
		sift(heap, 0, n);
	}
}

static struct record *merge(struct record *a, struct record *b)
{
	struct record head, *tail = &head;

	while (a && b) {
		struct record **least = a->key <= b->key ? &a : &b;

		tail = tail->next = *least;
		*least = (*least)->next;
	}
	tail->next = a ? a : b;
	return head.next;
}

static struct record *merge_sort(struct record *list, size_t n)
{
	struct record *middle = list, *rest;

	if (n < 2)
		return list;
	for (size_t i = 1; i < n / 2; i++)
		middle = middle->next;
	rest = middle->next;
	middle->next = NULL;
	return merge(merge_sort(list, n / 2), merge_sort(rest, n - n / 2));
}

int main(int argc, char **argv)
{
	size_t n = argc > 1 ? strtoul(argv[1], NULL, 0) : 300000;
	unsigned int *heap = malloc(n * sizeof(*heap)), state = 1, sum = 0;
	struct record *records = malloc(n * sizeof(*records)), *list;

	for (size_t i = 0; i < n; i++) {
		heap[i] = next_random(&state);
		records[i].key = next_random(&state);
		records[i].next = i + 1 < n ? &records[i + 1] : NULL;
	}
	heap_sort(heap, n);
	list = merge_sort(records, n);
	for (size_t i = 0; i < n; i++, list = list->next)
		sum = sum * 31 + heap[i] + list->key;
	printf("%u\n", sum);
	free(heap);
	free(records);
	return 0;
}
