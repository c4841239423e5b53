// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * attribs.cc - function classes, the attributes that choose them, inlining.
 *
 * The class that counts is that of the function that contains the code once
 * inlining is done.  So that nothing changes class by accident, a function is
 * inlined only where both sides agree on being instrumented; always_inline ones
 * go everywhere and follow their caller's rules.
 */
#include "gcc-compat.h"
#include "kmsan-plugin.h"

static const char kmsan_attr_uninstrumented[] = "no_sanitize_memory";
static const char kmsan_attr_no_checks[] = "no_kmsan_checks";

/* Attribute of functions on their way through LTO.  No source can spell it. */
static const char kmsan_attr_options[] = "kmsan options";

static tree kmsan_handle_attribute(tree *node, tree name, tree, int,
				   bool *no_add_attrs)
{
	if (TREE_CODE(*node) != FUNCTION_DECL) {
		warning(OPT_Wattributes,
			"%qE attribute applies to functions only", name);
		*no_add_attrs = true;
	}
	return NULL_TREE;
}

static struct attribute_spec kmsan_attributes[] = {
	{ kmsan_attr_uninstrumented, 0, 0, true, false, false, false,
	  kmsan_handle_attribute, NULL },
	{ kmsan_attr_no_checks, 0, 0, true, false, false, false,
	  kmsan_handle_attribute, NULL },
};

/**
 * kmsan_register_attributes() - make the attributes known
 * @event_data: unused
 * @data: unused
 */
void kmsan_register_attributes(void *, void *)
{
	for (unsigned int i = 0; i < ARRAY_SIZE(kmsan_attributes); i++) {
		if (lookup_attribute_spec(
			    get_identifier(kmsan_attributes[i].name)))
			fatal_error(UNKNOWN_LOCATION,
				    "kmsan: another instance of the plugin is "
				    "loaded; name it in one %<-fplugin=%> "
				    "option only");
		register_attribute(&kmsan_attributes[i]);
	}
}

/*
 * The options that a file was compiled with hold for its functions when they
 * are linked, whatever the link's options are.
 */
enum kmsan_streamed {
	KMSAN_STREAMED_PARAM_RETVAL = 1 << 0,
	KMSAN_STREAMED_NO_CHECKS = 1 << 1,
	KMSAN_STREAMED_AUTO_INIT = 1 << 2,
	KMSAN_STREAMED_CALL_TAG = 1 << 3,
};

/**
 * kmsan_stream_options() - let LTO keep the options with a function
 * @event_data: the function, just parsed
 * @data: unused
 */
void kmsan_stream_options(void *event_data, void *)
{
	tree fndecl = (tree)event_data;
	int streamed = 0;
	tree value;

	if (!flag_generate_lto || TREE_CODE(fndecl) != FUNCTION_DECL)
		return;
	if (kmsan_opts.param_retval)
		streamed |= KMSAN_STREAMED_PARAM_RETVAL;
	if (kmsan_opts.no_checks)
		streamed |= KMSAN_STREAMED_NO_CHECKS;
	if (kmsan_opts.auto_init)
		streamed |= KMSAN_STREAMED_AUTO_INIT;
	if (kmsan_opts.call_tag)
		streamed |= KMSAN_STREAMED_CALL_TAG;
	value = build_tree_list(NULL_TREE,
				build_int_cst(integer_type_node, streamed));
	DECL_ATTRIBUTES(fndecl) = tree_cons(get_identifier(kmsan_attr_options),
					    value, DECL_ATTRIBUTES(fndecl));
}

static bool kmsan_recall(tree fndecl, int *streamed)
{
	tree options = lookup_attribute(kmsan_attr_options,
					DECL_ATTRIBUTES(fndecl));

	if (!options)
		return false;
	*streamed = tree_to_shwi(TREE_VALUE(TREE_VALUE(options)));
	return true;
}

/**
 * kmsan_recall_options() - set the options that hold for a function
 * @fndecl: the function
 *
 * Return: false if it comes from a file that was compiled without the plugin.
 */
bool kmsan_recall_options(tree fndecl)
{
	int streamed;

	if (!in_lto_p)
		return true;
	if (!kmsan_recall(fndecl, &streamed))
		return false;
	kmsan_opts.param_retval = streamed & KMSAN_STREAMED_PARAM_RETVAL;
	kmsan_opts.no_checks = streamed & KMSAN_STREAMED_NO_CHECKS;
	kmsan_opts.auto_init = streamed & KMSAN_STREAMED_AUTO_INIT;
	kmsan_opts.call_tag = streamed & KMSAN_STREAMED_CALL_TAG;
	return true;
}

static bool kmsan_without_checks(tree fndecl)
{
	int streamed;

	if (in_lto_p && kmsan_recall(fndecl, &streamed))
		return streamed & KMSAN_STREAMED_NO_CHECKS;
	return kmsan_opts.no_checks;
}

static bool kmsan_without_plugin(tree fndecl)
{
	return in_lto_p && !lookup_attribute(kmsan_attr_options,
					     DECL_ATTRIBUTES(fndecl));
}

/**
 * kmsan_declared_class() - the class that a function's attributes ask for
 * @fndecl: the function
 */
enum kmsan_class kmsan_declared_class(tree fndecl)
{
	tree attributes = DECL_ATTRIBUTES(fndecl);

	if (lookup_attribute(kmsan_attr_uninstrumented, attributes) ||
	    lookup_attribute("naked", attributes))
		return KMSAN_UNINSTRUMENTED;
	if (lookup_attribute(kmsan_attr_no_checks, attributes))
		return KMSAN_NO_CHECKS;
	return KMSAN_INSTRUMENTED;
}

/**
 * kmsan_function_class() - what the plugin does with a function
 * @fndecl: the function
 */
enum kmsan_class kmsan_function_class(tree fndecl)
{
	enum kmsan_class declared = kmsan_declared_class(fndecl);

	if (kmsan_opts.uninstrumented || kmsan_without_plugin(fndecl))
		return KMSAN_UNINSTRUMENTED;
	if (declared == KMSAN_INSTRUMENTED && kmsan_without_checks(fndecl))
		return KMSAN_NO_CHECKS;
	return declared;
}

static bool (*kmsan_can_inline_p)(tree, tree);

/*
 * Do caller and callee agree?  As with Clang, what counts is how each function
 * is marked; that a file has no checks makes no difference, as long as both are
 * in one file.
 */
static bool kmsan_same_for_inlining(tree a, tree b)
{
	bool instrumented_a = kmsan_declared_class(a) == KMSAN_INSTRUMENTED;
	bool instrumented_b = kmsan_declared_class(b) == KMSAN_INSTRUMENTED;

	return instrumented_a == instrumented_b &&
	       kmsan_without_plugin(a) == kmsan_without_plugin(b) &&
	       kmsan_without_checks(a) == kmsan_without_checks(b);
}

static bool kmsan_classes_can_inline_p(tree caller, tree callee)
{
	if (!lookup_attribute("always_inline", DECL_ATTRIBUTES(callee)) &&
	    !kmsan_same_for_inlining(caller, callee))
		return false;
	return kmsan_can_inline_p(caller, callee);
}

/**
 * kmsan_wrap_inlining() - make both inliners look at the classes
 */
void kmsan_wrap_inlining(void)
{
	kmsan_can_inline_p = targetm.target_option.can_inline_p;
	targetm.target_option.can_inline_p = kmsan_classes_can_inline_p;
}
