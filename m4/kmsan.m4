dnl kmsan.m4 - the checks that configure makes for the plugin and the runtime.
dnl
dnl Everything stops at the first thing that is missing, with the package that
dnl has it: a plugin without its headers, or a report without symbol names, is
dnl of no use.

dnl KMSAN_NEED(WHAT, PACKAGE)
dnl Stop and say what is missing and how Debian installs it.
AC_DEFUN([KMSAN_NEED],
[AC_MSG_ERROR([$1.
Install the Debian package $2:
    apt-get install $2])])

dnl KMSAN_GCC
dnl Make sure that $CC is a GCC that loads plugins; set KMSAN_GCC_VERSION,
dnl kmsan_gcc_major and kmsan_plugin_dir, and KMSAN_CC to what kmsan-gcc runs:
dnl $CC without the -std= that autoconf adds.
AC_DEFUN([KMSAN_GCC],
[AC_MSG_CHECKING([which GCC to extend])
AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[
#if !defined __GNUC__ || defined __clang__
#error not GCC
#endif]])], [],
	[AC_MSG_RESULT([$CC])
	 AC_MSG_ERROR([$CC is not GCC: KMSAN for GCC is a plugin for the GCC in CC,
for example: ./configure CC=gcc-12])])
KMSAN_GCC_VERSION=`$CC -dumpfullversion -dumpversion`
kmsan_gcc_major=`AS_ECHO(["$KMSAN_GCC_VERSION"]) | $SED 's/[[.]].*//'`
AC_MSG_RESULT([$CC, version $KMSAN_GCC_VERSION])
AS_IF([test "$kmsan_gcc_major" -lt 12],
	[KMSAN_NEED([GCC 12 or newer is needed, $CC is $KMSAN_GCC_VERSION],
		[gcc-12])])
AS_IF([test "$kmsan_gcc_major" -gt 16],
	[AC_MSG_ERROR([$CC is GCC $KMSAN_GCC_VERSION; GCC 12 to 16 are supported.  A newer one
has other headers and needs a newer KMSAN for GCC.  Name one of these: ./configure CC=gcc-16])])
kmsan_machine=`$CC -dumpmachine`
AS_CASE([$kmsan_machine], [[x86_64-*linux*]], [],
	[AC_MSG_ERROR([$CC compiles for $kmsan_machine;
KMSAN for GCC knows x86-64 Linux only])])
kmsan_plugin_dir=`$CC -print-file-name=plugin`
KMSAN_CC=`AS_ECHO(["$CC"]) | $SED 's/ -std=@<:@^ @:>@*//g'`
AC_SUBST([KMSAN_CC])
AC_SUBST([KMSAN_GCC_VERSION])])

dnl KMSAN_CXX
dnl GCC's headers are C++: use the g++ that belongs to $CC unless CXX is given.
AC_DEFUN([KMSAN_CXX],
[AS_IF([test -z "$CXX"],
	[CXX=`AS_ECHO(["$CC"]) | $SED 's,\(^\|.*@<:@-/ @:>@\)gcc\(-@<:@0-9.@:>@*\)\{0\,1\}\( .*\)*$,\1g++\2,'`
	 AS_IF([test "x$CXX" = "x$CC"], [CXX=g++-$kmsan_gcc_major])])
AC_MSG_CHECKING([for the C++ compiler of GCC $KMSAN_GCC_VERSION])
AS_IF([kmsan_v=`$CXX -dumpfullversion -dumpversion 2>/dev/null`],
	[AC_MSG_RESULT([$CXX])],
	[AC_MSG_RESULT([no])
	 KMSAN_NEED([the plugin's headers are C++ and $CXX does not run],
		[g++-$kmsan_gcc_major])])
AS_IF([test "$kmsan_v" != "$KMSAN_GCC_VERSION"],
	[AC_MSG_ERROR([CC ($CC) is GCC $KMSAN_GCC_VERSION but CXX ($CXX) is $kmsan_v:
give both of one version, for example CC=gcc-12 CXX=g++-12])])
AC_PROG_CXX])

dnl KMSAN_SAME_ANYWHERE
dnl Builds do not depend on their directory: debug information names files relative
dnl to the top of the sources.
AC_DEFUN([KMSAN_SAME_ANYWHERE],
[AM_CFLAGS='-ffile-prefix-map=$(top_srcdir)/=./ -ffile-prefix-map=$(abs_top_srcdir)/=./ \
	-ffile-prefix-map=$(abs_builddir)=.'
AC_SUBST([AM_CFLAGS])
AC_SUBST([AM_CXXFLAGS], ['$(AM_CFLAGS)'])])

dnl KMSAN_PLUGIN_HEADERS
dnl Find the headers for plugins of $CC and check that they compile.
AC_DEFUN([KMSAN_PLUGIN_HEADERS],
[AC_MSG_CHECKING([for the plugin headers of GCC $KMSAN_GCC_VERSION])
AS_IF([test -f "$kmsan_plugin_dir/include/gcc-plugin.h"],
	[AC_MSG_RESULT([$kmsan_plugin_dir/include])],
	[AC_MSG_RESULT([no])
	 KMSAN_NEED([$CC has no plugin headers (gcc-plugin.h)],
		[gcc-$kmsan_gcc_major-plugin-dev])])
# Not -I: warnings about these headers are not ours to fix.
KMSAN_PLUGIN_CPPFLAGS="-isystem $kmsan_plugin_dir/include"
AC_SUBST([KMSAN_PLUGIN_CPPFLAGS])
AC_CHECK_HEADER([gmp.h], [],
	[KMSAN_NEED([GCC's plugin headers include gmp.h], [libgmp-dev])])
AC_MSG_CHECKING([whether $CXX compiles them])
AC_LANG_PUSH([C++])
kmsan_cppflags=$CPPFLAGS
CPPFLAGS="$CPPFLAGS $KMSAN_PLUGIN_CPPFLAGS -fno-rtti"
AC_COMPILE_IFELSE([AC_LANG_PROGRAM([[
#include <gcc-plugin.h>
#include <tree.h>]])],
	[AC_MSG_RESULT([yes])],
	[AC_MSG_RESULT([no])
	 AC_MSG_ERROR([$CXX does not compile the headers in $kmsan_plugin_dir/include;
config.log has its messages])])
CPPFLAGS=$kmsan_cppflags
AC_LANG_POP([C++])])

dnl KMSAN_LIBDW
dnl The runtime reads symbols and lines with elfutils.  Set KMSAN_LIBS to what
dnl an executable links with.
AC_DEFUN([KMSAN_LIBDW],
[AC_CHECK_HEADER([elfutils/libdwfl.h], [],
	[KMSAN_NEED([the runtime reads debug information with elfutils],
		[libdw-dev])])
AC_CHECK_LIB([dw], [dwfl_begin], [KMSAN_LIBS="-ldw -lelf"],
	[KMSAN_NEED([the runtime reads debug information with libdw],
		[libdw-dev])], [-lelf])
AC_CHECK_HEADER([libelf.h], [],
	[KMSAN_NEED([the runtime reads ELF files with libelf], [libelf-dev])])
AC_SUBST([KMSAN_LIBS])])

dnl KMSAN_JANSSON
dnl kmsan-report writes JSON with Jansson.  Set JANSSON_LIBS.
AC_DEFUN([KMSAN_JANSSON],
[AC_CHECK_HEADER([jansson.h], [],
	[KMSAN_NEED([kmsan-report writes JSON with Jansson],
		[libjansson-dev])])
AC_CHECK_LIB([jansson], [json_dumpf], [JANSSON_LIBS=-ljansson],
	[KMSAN_NEED([kmsan-report writes JSON with Jansson],
		[libjansson-dev])])
AC_SUBST([JANSSON_LIBS])])
