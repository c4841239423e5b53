# SPDX-License-Identifier: GPL-2.0-or-later
#
# fuzz-parts.sh - what fuzz and mutate run, and their first inputs.
#
# Both set $source, this directory, and $dir, where the inputs are put.  $build has
# the arguments for a compiler.

program=$(cd "$source/../../report" && pwd)
mkdir -p "$dir/corpus" "$dir/seeds"

# All of the program except its command line and symbols.
sources=()
for file in "$program"/*.c; do
	case ${file##*/} in
	kmsan-report.c | options.c | run.c | symbols.c | lines.c) ;;
	*) sources+=("$file") ;;
	esac
done
build=(-g -O2 -std=gnu11 -D_GNU_SOURCE -DVERSION='"fuzz"' "-I$program" "$source/fuzz-report.c"
	"${sources[@]}")

# Each log, each log compared with another, and a known report.
for log in "$source"/logs/*.log; do
	head -c 6000 "$log" >"$dir/seeds/${log##*/}"
	{
		head -c 4000 "$log"
		printf '\n%%%%\n'
		head -c 4000 "$source/logs/kernel.log"
		printf '\n%%%%\n* in use_* frame=demo_write # known\n'
	} >"$dir/seeds/${log##*/}.pair"
done
