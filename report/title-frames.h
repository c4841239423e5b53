/* SPDX-License-Identifier: GPL-2.0-or-later */
/*
 * title-frames.h - functions that titles pass over.
 *
 * syzkaller derives the title of a report from the first function that is not
 * one of these.  Otherwise all bugs that show in memcmp() would have one title,
 * and a bug that shows in several helpers would have several.  The list follows
 * what syzkaller does.
 *
 * Patterns are those of fnmatch(3), with its extended ones: "*x*" is any name
 * that has x in it.
 */

/* In every report. */
static const char *const title_frames[] = {
	/* Sanitizers and reports. */
	"*__sanitizer*",
	"*@(__asan|kasan|hwasan|__msan|kmsan)*",
	"*kcsan_setup_watchpoint*",
	"*check_@(memory_region|heap_object|object)*",
	"*read_word_at_a_time*",
	"*@(read|write)_once_*nocheck*",
	"*panic*",
	"*invalid_op*",
	"*@(report|fixup)_bug*",
	"*print_@(report|usage_bug|address_description|tainted|unlock)*",
	"*do_error*",
	"*_trap",
	"*do_trap*",
	"*@(show|dump|walk)_stack*",
	"*dump_backtrace*",
	"*__warn*",
	"*warn_@(slowpath|alloc|bogus)*",
	"*imbalance_bug*",
	"*assertfail*",
	"*__fortify_report*",
	"get_taint",
	"*stack_trace_@(save|consume_entry)*",
	"*arch_stack_walk*",
	"*perf_trace*",
	"*program_check_@(exception|common)*",
	"*do_@(kernel|translation)_fault*",
	"*do_mem_abort*",
	"*el1_abort*",
	"*el1h_64_sync*",
	"*_indirect_thunk_*",

	/* Memory. */
	"*alloc_page*",
	"*[mzc]alloc*",
	"*krealloc*",
	"*kmem_cache*",
	"*allocate_slab*",
	"*__alloc_frozen_pages_noprof*",
	"*slab_*",
	"kfree",
	"kvfree",
	"*kfree_skb*",
	"*__phys_addr*",

	/* The page cache. */
	"*folio_@(alloc|unlock)*",
	"*filemap_alloc_folio*",
	"*__filemap_get_folio*",
	"*find_or_create_page*",
	"*do_read_cache_folio*",
	"*read_cache_page*",
	"*pagecache_get_page*",
	"*grab_cache_page_write_begin*",
	"*find_lock_entries*",
	"*truncate_inode_pages_range*",
	"*mark_buffer_dirty*",
	"lock_page*",
	"unlock_page*",

	/* Copies and strings. */
	"*mem@(cpy|cmp|set|chr|move|dup)*",
	"*str@(cmp|cpy|lcpy|ncmp|ncpy|scpy|len|nlen|str|nstr|chr|dup|ndup)*",
	"*copy_@(to|from)_@(user|iter)*",
	"*copy_page_@(to|from)_iter*",
	"*copy_folio_to_iter*",
	"copyin",
	"copyout",
	"*@(put|get)_user*",
	"*might_@(fault|sleep)*",
	"*__might_resched*",
	"*extract_@(user|iter)_to_sg*",

	/* Text. */
	"*string*",
	"*pointer*",
	"*s?(c)nprintf*",
	"*k?(v)asprintf*",
	"*printk*",
	"*va_format*",
	"*dev_@(info|notice|warn|err|alert|crit|emerg)*",
	"*hex_dump_to_buffer*",
	"*print_hex_dump*",
	"*add_uevent_var*",

	/* Locks and waiting. */
	"*lockdep*",
	"*bh_@(enable|disable)*",
	"*lock_@(acquire|release|class)*",
	"*mark_lock*",
	"*@(reacquire|mark)_held_locks*",
	"*raw_spin_rq*",
	"*spin_@(lock|trylock|unlock)*",
	"*@(read|write)_@(lock|trylock|unlock)*",
	"down",
	"*down_@(read|write|trylock)*",
	"*up_@(read|write)*",
	"mutex_*",
	"__mutex_*",
	"rt_mutex_*",
	"*owner_on_cpu*",
	"*osq_@(lock|unlock)*",
	"*__wake_up*",
	"*finish_wait*",
	"complete",
	"*wait_for_completion*",
	"*seqprop_assert*",
	"*@(trace|lockdep)_@(hard|soft)irq*",
	"*cleanup_srcu_struct*",

	/* Atomics, counts, lists. */
	"*atomic?(64)_@(dec|inc|read|set|or|xor|and|add|sub|fetch)*",
	"*atomic?(64)_@(xchg|cmpxchg|try)*",
	"*@(set|clear|change|test)_bit*",
	"refcount_*",
	"kref_*",
	"*ref_tracker*",
	"*list_@(add|del|replace|move|splice)*",
	"klist_*",
	"rb_*",
	"__rb_*",
	"*xas_@(start|load|find)*",
	"*rhashtable_lookup*",
	"*ida_free*",

	/* Timers and work. */
	"*debug_object*",
	"*@(timer|work)_is_static_object*",
	"*del_timer*",
	"*lock_timer_base*",
	"*__timer_delete_sync*",
	"*sk_stop_timer_sync*",
	"*__mod_timer*",
	"*flush_work*",
	"*__cancel_work_timer*",
	"*cancel_work_sync*",
	"*try_to_grab_pending*",
	"*@(drain|destroy)_workqueue*",
	"*queue_work*",
	"*insert_work*",
	"*queue_delayed_work_on*",
	"*__queue_delayed_work*",
	"*kthread_stop*",

	/* Devices and objects. */
	"*kobject_*",
	"*get_device_parent*",
	"*device_@(add|del|unregister|destroy|release)*",
	"*device_@(for_each_child|remove_file)*",
	"*devres_release_all*",
	"put_device",
	"*hwrng_unregister*",
	"*i2c_del_adapter*",
	"*__unregister_client*",
	"*rollback_registered*",
	"*unregister_netdev*",
	"*sysfs_remove*",
	"*tty_unregister_device*",
	"iput",
	"iput_final",
	"ihold",
	"*drop_nlink*",
	"*dput*",

	/* USB's core. */
	"*dummy_urb_enqueue*",
	"*usb_kill_@(urb|anchored_urbs)*",
	"*usb_@(control_msg|hcd_submit_urb|submit_urb)*",

	/* Ports and checksums. */
	"*@(read|write)[bwlq]",
	"*logic_@(in|out)*",
	"crc[0-9]*",
	"*crc_itu_t*",
	NULL,
};

/* Functions that pass an URB on, in reports of its leak. */
static const char *const title_frames_urb[] = {
	"*alloc_skb*",
	"*usb_@(start_wait_urb|bulk_msg|interrupt_msg)*",
	NULL,
};

/* In all other reports. */
static const char *const title_frames_other[] = {
	"*alloc_skb*",
	"*netlink_@(ack|rcv_skb)*",
	"*_encrypt",
	"@(crypto|cipher|drbg|rng)_*",
	NULL,
};

/* Prefixes of a system call's name, which are removed. */
static const char *const title_prefixes[] = {
	"SYSC_",    "SyS_",  "sys_",	  "__x64_",    "__ia32_",
	"__arm64_", "__se_", "__se_sys_", "__do_sys_", "compat_SYSC_",
	"____sys_", "ksys_", "___sys_",	  "__sys_",    "compat_SyS_",
	NULL,
};
