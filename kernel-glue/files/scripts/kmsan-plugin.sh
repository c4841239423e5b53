#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# kmsan-plugin.sh - find the GCC plugin behind CONFIG_KMSAN and try it.
#
#	kmsan-plugin.sh config OBJTREE CC...
#		for Kconfig: print y if CC is a GCC that can build KMSAN, else n
#	kmsan-plugin.sh why OBJTREE CC...
#		for Kconfig: print in one line why not, or nothing
#	kmsan-plugin.sh find OBJTREE CC...
#		print the plugin's path and a checksum, or nothing
#	kmsan-plugin.sh require OBJTREE CC...
#		say what is wrong, if anything, and fail
#	kmsan-plugin.sh sync OBJTREE CC...
#		the same, if the configuration has CONFIG_KMSAN=y and CC is a GCC
#
# The plugin is the one that KMSAN_PLUGIN names (kmsan: the installed one); else
# the one that it named when this kernel was configured or built, which is
# remembered in OBJTREE, so that modules are built with the kernel's plugin;
# else the installed one.  KMSAN_PLUGIN_FROM has the directories, separated by
# colons, that a relative KMSAN_PLUGIN may refer to.

LC_ALL=C
export LC_ALL

verb=$1
objtree=$2
shift 2
remembered=$objtree/include/config/kmsan-plugin
config=${KCONFIG_CONFIG:-$objtree/.config}

problem=
say() {
	problem=$*
	return 1
}

# The compiler may be several words: CC="ccache gcc".
# shellcheck disable=SC2048,SC2086
set -- $*
cc=$*

is_gcc() {
	"$@" -E -P -x c - 2>/dev/null <<-'EOF' | grep -q '^gcc$'
		#if defined(__GNUC__) && !defined(__clang__)
		gcc
		#endif
	EOF
}

installed_plugin() {
	"$@" -print-file-name=plugin/kmsan.so
}

resolve() {
	case $1 in
	/*)
		plugin=$1
		return
		;;
	esac
	old_ifs=$IFS
	IFS=:
	for dir in ${KMSAN_PLUGIN_FROM:-.}; do
		[ -e "$dir/$1" ] || continue
		IFS=$old_ifs
		plugin=$(cd "$dir" && pwd)/$1
		return
	done
	IFS=$old_ifs
	say "KMSAN_PLUGIN=$1 does not exist, seen from $KMSAN_PLUGIN_FROM"
}

# Set $plugin, and $source to where its name comes from.
choose() {
	if [ "$KMSAN_PLUGIN" ] && [ "$KMSAN_PLUGIN" != kmsan ]; then
		source="KMSAN_PLUGIN"
		resolve "$KMSAN_PLUGIN"
		return
	fi
	if [ -z "$KMSAN_PLUGIN" ] && [ -s "$remembered" ]; then
		source="remembered in $remembered"
		read -r plugin <"$remembered"
		return
	fi
	source="the installed one"
	plugin=$(installed_plugin "$@")
	case $plugin in
	/*) ;;
	*) say "$cc has no plugin kmsan.so installed" ;;
	esac
}

# Does the compiler with the plugin do what the kernel's Makefiles will need?
try() {
	if [ ! -e "$plugin" ]; then
		say "$plugin ($source) does not exist"
		return
	fi
	if [ ! -f "$plugin" ] || [ "${plugin##*/}" != kmsan.so ]; then
		say "$plugin ($source) is not a file named kmsan.so"
		return
	fi
	output=$("$@" -fplugin="$plugin" -fplugin-arg-kmsan-param-retval=1 \
		-O2 -S -x c - -o - 2>&1 <<-'EOF'
		#ifndef __SANITIZE_MEMORY__
		#error __SANITIZE_MEMORY__ is not defined
		#endif
		int load(int *p) { return *p; }
	EOF
	) || {
		say "$plugin ($source) does not work with $cc:
$output"
		return
	}
	case $output in
	*__msan_metadata_ptr_for_load_4*) ;;
	*) say "$plugin ($source) instruments nothing" ;;
	esac
}

# A kernel's objects depend on both files of the plugin.
checksum() {
	dir=$(dirname "$(readlink -f "$plugin")")
	cat "$plugin" "$dir/kmsan-pass.so" | sha256sum | cut -c 1-16
}

# Builds of modules do not change the kernel's tree.
remember() {
	[ -z "$KBUILD_EXTMOD" ] || return 0
	if [ -z "$KMSAN_PLUGIN" ]; then
		return 0
	elif [ "$KMSAN_PLUGIN" = kmsan ]; then
		rm -f "$remembered"
	elif [ "$(cat "$remembered" 2>/dev/null)" != "$plugin" ]; then
		mkdir -p "${remembered%/*}" && echo "$plugin" >"$remembered"
	fi
}

works() {
	if ! is_gcc "$@"; then
		say "$cc is not GCC"
		return
	fi
	choose "$@" && try "$@"
}

configured() {
	grep -q '^CONFIG_KMSAN=y' "$config" 2>/dev/null
}

complain() {
	{
		echo "***"
		echo "*** CONFIG_KMSAN=y, but the KMSAN plugin for GCC cannot be used:"
		echo "$problem" | sed 's/^/*** /'
		echo "*** Install the plugin that was built for this compiler (make install), or"
		echo "*** name it: make KMSAN_PLUGIN=/path/to/kmsan.so ...; or build without"
		echo "*** KMSAN: scripts/config --file $config -d KMSAN"
		echo "***"
	} >&2
}

case $verb in
config)
	if works "$@"; then
		remember
		echo y
	else
		# Silent if KMSAN was not requested.
		if is_gcc "$@" && { [ "$KMSAN_PLUGIN" ] || configured; }; then
			echo "warning: KMSAN is not available: $problem" >&2
		fi
		echo n
	fi
	;;
why)
	works "$@" || printf '%s' "$problem" | tr '\n"' " '" | cut -c 1-300
	;;
find)
	works "$@" || exit 1
	remember
	echo "$plugin $(checksum)"
	;;
require)
	works "$@" || {
		complain
		exit 1
	}
	;;
sync)
	configured && is_gcc "$@" || exit 0
	works "$@" || {
		complain
		exit 1
	}
	;;
*)
	echo "usage: $0 config|why|find|require|sync OBJTREE CC..." >&2
	exit 2
	;;
esac
