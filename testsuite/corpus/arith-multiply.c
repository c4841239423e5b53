/* A width that is set is multiplied by a height that is not. */
#include <stdio.h>
#include <stdlib.h>

struct image {
	unsigned int width, height;
};

int main(int argc, char **argv)
{
	struct image *image = malloc(sizeof(*image));

	image->width = argc * 16;
#ifndef BUG
	image->height = 9;
#endif
	if (image->width * image->height > 1000)	/* bug */
		puts("large");
	free(image);
	return 0;
}
