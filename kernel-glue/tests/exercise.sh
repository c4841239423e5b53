#!/bin/sh
# SPDX-License-Identifier: GPL-2.0-or-later
#
# Exercise a kernel so widely that false reports of KMSAN would show: processes,
# signals, memory, files on tmpfs and ext4, terminals, networking, and
# everything in /proc and /sys.
#
#	exercise.sh [STEP ...]
#
# It runs as root with busybox's tools, in an initramfs.  Each step ends with one
# line
#
#	exercise: NAME ok|failed|skipped SECONDS
#
# with the reason in lines before it.  A step is skipped if the kernel was built
# without what it needs.  The last line is
#
#	exercise: N ok, N failed, N skipped
#
# and the exit status is 1 if any failed.  No step takes longer than LIMIT
# seconds, 240 unless set.
#
# The script expects next to it
#
#	exercise	the program from exercise/*.c, linked statically
#	ext4.img	if there, an ext4 file system for /dev/ram0, such as
#			mke2fs -q -t ext4 -b 1024 -J size=1 ext4.img 4096
#			makes; otherwise busybox makes an ext2, for the same driver
#
# The kernel needs, for no step to be skipped or fail, CONFIG_
#
#	64BIT BLK_DEV_INITRD BINFMT_ELF BINFMT_SCRIPT DEVTMPFS PROC_FS SYSFS
#	PROC_SYSCTL SHMEM TMPFS MULTIUSER PRINTK TTY UNIX98_PTYS EPOLL FUTEX
#	EVENTFD SIGNALFD TIMERFD POSIX_TIMERS AIO FILE_LOCKING INOTIFY_USER
#	ADVISE_SYSCALLS CROSS_MEMORY_ATTACH SYSVIPC POSIX_MQUEUE NET UNIX INET
#	IPV6 PACKET BLOCK BLK_DEV BLK_DEV_RAM EXT4_FS
#
# RSEQ is used where it is available.

here=$(cd "$(dirname "$0")" && pwd)
limit=${LIMIT:-240}
ok=0
failed=0
skipped=0

# step NAME COMMAND ...: run it under the limit and print its result.
step()
{
	step_name=$1
	shift
	if [ -n "$wanted" ]; then
		case " $wanted " in *" $step_name "*) ;; *) return ;; esac
	fi
	start=$(date +%s)
	timeout -s KILL "$limit" "$@" > /tmp/exercise.out 2>&1 < /dev/null
	status=$?
	seconds=$(($(date +%s) - start))
	case $status in
	0)
		ok=$((ok + 1))
		echo "exercise: $step_name ok $seconds"
		return ;;
	77)
		skipped=$((skipped + 1))
		word=skipped ;;
	*)
		failed=$((failed + 1))
		word=failed ;;
	esac
	tail -n 5 /tmp/exercise.out
	echo "exercise: $step_name $word $seconds"
}

# A step in the shell, which fails if any of its commands does.
shell()
{
	shell_name=$1
	shift
	step "$shell_name" sh -e -c "$*"
}

wanted="$*"
if ! "$here/exercise" list > /dev/null; then
	echo "exercise: cannot run $here/exercise, built from exercise/*.c"
	exit 1
fi
mkdir -p /tmp /mnt /dev/pts /dev/shm /dev/mqueue

shell mount '
mount -t tmpfs tmpfs /tmp
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount | grep -q devpts'

shell loopback-up '
ifconfig lo 127.0.0.1 up
ifconfig lo
ip addr show dev lo
ip route
ip link set lo mtu 1500
ip link set lo mtu 65536
ip addr add 127.0.0.5/32 dev lo
ip addr del 127.0.0.5/32 dev lo
ip link
ip neigh'

# The program's steps, except for those with their own directory.
for name in $("$here/exercise" list); do
	case $name in
	read-tree|contents|names|directories|locks|notify|moves|direct|async) ;;
	*) step "$name" "$here/exercise" "$name" ;;
	esac
done

files="contents names directories locks notify moves direct async"
for name in $files; do
	step "tmpfs-$name" "$here/exercise" "$name" /tmp
done
shell ext4-mount "
if [ -f '$here/ext4.img' ]; then
	dd if='$here/ext4.img' of=/dev/ram0 bs=64k
else
	mke2fs -F /dev/ram0
fi
mount -t ext4 /dev/ram0 /mnt
df /mnt"
for name in $files; do
	step "ext4-$name" "$here/exercise" "$name" /mnt
done
shell ext4-shell '
cd /mnt
mkdir -p a/b/c
dd if=/dev/urandom of=a/random bs=4096 count=60
sha256sum a/random > sum
cp a/random a/b/c/copy
mv a/b/c/copy a/b/copy
cmp a/random a/b/copy
tar cf - a | gzip > a.tgz
rm -r a
gzip -dc a.tgz | tar xf -
sha256sum -c sum
sync
echo 3 > /proc/sys/vm/drop_caches
sha256sum -c sum
ls -laR . > /dev/null
find . -name copy -exec stat {} \;
rm -r a a.tgz sum
truncate -s 100000 sparse
ln -s sparse link
chmod 600 link
dd if=/dev/zero of=full bs=64k 2> /dev/null || true
rm full sparse link'
shell ext4-remount '
mount -o remount,ro /mnt
mount -o remount,rw /mnt
umount /mnt
mount -t ext4 -o ro /dev/ram0 /mnt
ls -la /mnt
umount /mnt'

shell ping '
ping -c 3 -i 0.1 127.0.0.1
ping -c 1 -s 4000 127.0.0.1
ping -c 2 -i 0.1 ::1'
shell tcp-shell '
# At the end of its input, the server would close at once.
sleep 100 | nc -l -p 4000 > /tmp/received &
sleep 1
dd if=/dev/urandom of=/tmp/sent bs=1000 count=200
nc 127.0.0.1 4000 < /tmp/sent &
n=0
while [ $n -lt 60 ] && ! cmp -s /tmp/sent /tmp/received; do
	sleep 1
	n=$((n + 1))
done
cmp /tmp/sent /tmp/received
kill %1 %2 2> /dev/null || true
netstat -an
route -n
arp -an'
shell unreachable '
! ping -c 1 -W 1 10.1.2.3
! nc 127.0.0.1 4999 < /dev/null'

shell processes '
ps
ps -o pid,ppid,user,comm,vsz,rss,stat
top -b -n 1
free
uptime
n=0
while [ $n -lt 20 ]; do
	n=$((n + 1))
	echo $n | sed s/1/2/ | grep -c . > /dev/null
done
setsid true
(sleep 100 & kill $!; wait $! || true)'
shell devices '
dd if=/dev/zero of=/dev/null bs=1M count=4
dd if=/dev/urandom of=/dev/null bs=1k count=64
dd if=/dev/ram1 of=/dev/null bs=4k count=16
blockdev --getsize64 /dev/ram0
stty -a < /dev/console > /dev/null
stty -F /dev/console -a
ls -la /dev
dmesg | tail -n 5
sysctl -a 2> /dev/null | wc -l'

step read-proc "$here/exercise" read-tree /proc
step read-sys "$here/exercise" read-tree /sys
step read-dev-pts sh -c 'ls -la /dev/pts /dev/shm'

echo "exercise: $ok ok, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ]
