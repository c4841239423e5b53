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

# What this machine or its network lacks says nothing about the project: exit
# status 77.
cannot() {
	(die "$@")
	exit 77
}

# Does the mirror answer?  has_suite MIRROR SUITE
has_suite() {
	timeout 120 /usr/lib/apt/apt-helper download-file "${1%/}/dists/$2/InRelease" \
		"$root.release" >"$root.release.log" 2>&1
}

# What a look shows.
need_rights() {
	[ "$(id -u)" -eq 0 ] || cannot "a chroot needs root"
	command -v debootstrap >/dev/null ||
		cannot "debootstrap is missing; install it: apt-get install debootstrap"
}

# What a container may lack, tried as debootstrap does it.
try_rights() {
	local dir=$root/try
	mkdir -p "$dir" || die "cannot make $dir"
	rm -f "$dir/null"
	mknod "$dir/null" c 1 3 2>/dev/null && : 2>/dev/null >"$dir/null" ||
		cannot "a chroot needs device nodes, and $root may not have them"
	mount -t proc proc "$dir" 2>/dev/null || cannot "a chroot needs the right to mount"
	umount "$dir"
}

# Install SUITE in $root, unless it exists: make_chroot SUITE VARIANT
make_chroot() {
	local from
	# An interrupted debootstrap leaves this directory.
	[ -f "$root/etc/debian_version" ] && [ ! -d "$root/debootstrap" ] && return
	from=$(chroot_mirror)
	[ -n "$from" ] || cannot "no Debian mirror in apt's sources"
	umount -q "$root/proc" "$root/sys" 2>/dev/null
	rm -rf --one-file-system "$root"
	try_rights
	has_suite "$from" "$1" || cannot "$1 cannot be had from $from; see $root.release.log"
	rm -rf --one-file-system "$root"
	echo "== $1 from $from in $root"
	debootstrap --variant="$2" "$1" "$root" "$from" >"$root.log" 2>&1 || {
		tail -n 5 "$root.log" >&2
		# A suite that changes each day cannot always be installed.
		cannot "debootstrap failed; see $root.log"
	}
	# What a crash loses is made again.
	echo force-unsafe-io >"$root/etc/dpkg/dpkg.cfg.d/80kmsan"
	# A mirror may be older than its Release file allows.
	echo 'Acquire::Check-Valid-Until "false";' >"$root/etc/apt/apt.conf.d/80kmsan"
}

# Existing mounts are left alone.
mounted=()
trap 'unmount_chroot' EXIT
try_mount() {
	local dir=$root/$1
	shift
	mountpoint -q "$dir" && return
	mount "$@" "$dir" || return
	mounted=("$dir" ${mounted[@]+"${mounted[@]}"})
}

mount_in_chroot() {
	try_mount "$@" || cannot "cannot mount $root/$1"
}

unmount_chroot() {
	[ ${#mounted[@]} -eq 0 ] || umount "${mounted[@]}"
	mounted=()
}
