# SPDX-License-Identifier: GPL-2.0-or-later
# exercise.sh - a walk through the shell language for dash; the output does not
# depend on the compiler.

# Expansions.
set -- one "two three" four
echo "$# $1 ${2#two } ${3%r} ${4:-default} ${#2} $*"
x=abc/def/ghi.c
echo ${x##*/} ${x%%/*} ${x%.c} ${x#*/} ${unset+no} ${x:+yes}
echo $((7 * (3 + 4) % 5)) $((0x1f << 2 | 1)) $((x = 5)) $((x += 2)) $((3 > 2 ? 10 : 20))
echo `echo back \`echo ticks\`` $(echo nested $(echo parentheses))
IFS=:
set -- $(echo a:b:c)
unset IFS
echo $# $3 ~root "$@"

# Commands.
f() {
	local n=$1
	[ $n -le 1 ] && echo 1 && return
	echo $((n * $(f $((n - 1)))))
}
f 7
i=0
while [ $i -lt 500 ]; do
	i=$((i + 1))
	[ $i = 7 ] && continue
	case $i in
	[1-3]) echo "small $i" ;;
	4?) ;;
	*9) echo "nine $i" ;;
	esac
done
until [ $i -eq 0 ]; do i=$((i - 50)); done
for name in /etc/host* /nowhere/*; do echo "${name##*/}"; done
printf '%s|%5d|%-5x|%o|%c|%b\n' str 42 255 8 char 'a\tb\\' more 1 2 3 d e
getopts ab:c option -b value -a && echo "$option $OPTARG $OPTIND"
alias greet='echo hello'
eval greet world
read first rest <<-END
	here $x $(echo document) \$literal
	END
echo "$first/$rest"
(exit 3) || echo "status $?"
{ echo grouped; echo lines; } | while read line; do echo "<$line>"; done
echo one two three | (read a b; echo "$b $a")
command -v f; type f | cat; umask 022; umask -S; ulimit -n >/dev/null
test -d / -a ! -f / && echo directory
export EXPORTED=1; sh -c 'echo $EXPORTED'; readonly r=2; (r=3) 2>/dev/null || echo readonly
cd /; pwd; cd - >/dev/null
cat <<'END' | sort -r | head -n 2
$not expanded
b
c
END

# Jobs, traps, redirections.
trap 'echo trapped USR1' USR1
kill -USR1 $$
sleep 0 & wait $!
echo "job $?"
exec 3>&1; echo three >&3; exec 3>&-
echo error >&2 2>/dev/null
set -f; echo *; set +f
(set -e; false; echo not here); echo "ended $?"
(set -u; echo $undefined) 2>/dev/null || echo unset
set -x; : traced "a b"; set +x
trap 'echo leaving' EXIT
eval 'echo "$(echo evaluated)"; exit 4'
