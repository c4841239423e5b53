# SPDX-License-Identifier: GPL-2.0-or-later
#
# chroot.sh - Debian in a chroot; for gcc-matrix and run-packages.
#
# Both set $root, its directory, and define die().

# The mirror that this machine uses.
chroot_mirror() {
	apt-get indextargets --format '$(ORIGIN)|$(REPO_URI)' 'Created-By: Packages' |
		sed -n 's/^Debian|//p' | grep -v security | head -n 1
}

in_chroot() {
	chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
		LC_ALL=C DEBIAN_FRONTEND=noninteractive \
		${http_proxy:+http_proxy="$http_proxy"} "$@"
}

# Install SUITE in $root, unless it exists: make_chroot SUITE VARIANT
make_chroot() {
	local from
	from=$(chroot_mirror)
	[ -n "$from" ] || die "no Debian mirror in apt's sources"
	# An interrupted debootstrap leaves this directory.
	[ -f "$root/etc/debian_version" ] && [ ! -d "$root/debootstrap" ] && return
	umount -q "$root/proc" "$root/sys"
	rm -rf --one-file-system "$root"
	echo "== $1 from $from in $root"
	debootstrap --variant="$2" "$1" "$root" "$from" >"$root.log" 2>&1 || {
		tail -n 5 "$root.log" >&2
		die "debootstrap failed; see $root.log"
	}
	# A mirror may be older than its Release file allows.
	echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/80kmsan"
}

# Existing mounts are left alone.
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
