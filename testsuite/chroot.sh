# SPDX-License-Identifier: GPL-2.0-or-later
#
# chroot.sh - Debian in a chroot; for gcc-matrix and run-packages.
#
# Both say where in $root, and have a die().

# Where this machine has its Debian from.
chroot_mirror() {
	apt-get indextargets --format '$(ORIGIN)|$(REPO_URI)' 'Created-By: Packages' |
		sed -n 's/^Debian|//p' | grep -v security | head -n 1
}

in_chroot() {
	chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
		LC_ALL=C DEBIAN_FRONTEND=noninteractive \
		${http_proxy:+http_proxy="$http_proxy"} "$@"
}

# Have SUITE in $root, unless something is there: make_chroot SUITE VARIANT
make_chroot() {
	local from
	from=$(chroot_mirror)
	[ -n "$from" ] || die "no Debian mirror in apt's sources"
	# debootstrap leaves a directory of that name where it was stopped.
	[ -f "$root/etc/debian_version" ] && [ ! -d "$root/debootstrap" ] && return
	umount -q "$root/proc" "$root/sys"
	rm -rf --one-file-system "$root"
	echo "== $1 from $from in $root"
	debootstrap --variant="$2" "$1" "$root" "$from" >"$root.log" 2>&1 || {
		tail -n 5 "$root.log" >&2
		die "debootstrap failed; $root.log has all it said"
	}
	# A mirror may stand still for longer than its Release file allows.
	echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/80kmsan"
}

# What is already mounted is left alone.
mounted=()
trap 'unmount_chroot' EXIT
mount_in_chroot() {
	local dir=$root/$1
	shift
	mountpoint -q "$dir" && return
	mount "$@" "$dir" || die "cannot mount $dir"
	mounted=("$dir" ${mounted[@]+"${mounted[@]}"})
}

unmount_chroot() {
	[ ${#mounted[@]} -eq 0 ] || umount "${mounted[@]}"
	mounted=()
}
