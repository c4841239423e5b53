// SPDX-License-Identifier: GPL-2.0-or-later
/*
 * Planted bugs: values that travel between contexts and processors: atomics,
 * READ_ONCE(), per-CPU variables, work queues, timers, interrupts.
 */
#include <linux/atomic.h>
#include <linux/bitops.h>
#include <linux/completion.h>
#include <linux/irq_work.h>
#include <linux/jiffies.h>
#include <linux/kernel.h>
#include <linux/kthread.h>
#include <linux/percpu.h>
#include <linux/slab.h>
#include <linux/timer.h>
#include <linux/version.h>
#include <linux/workqueue.h>

#include "planted.h"

#if LINUX_VERSION_CODE < KERNEL_VERSION(6, 2, 0)
#define timer_delete_sync del_timer_sync
#endif

struct job {
	struct work_struct work;
	struct timer_list timer;
	struct irq_work interrupt;
	struct completion done;
	unsigned long flags;
	atomic_t count;
	int value;
};

static planted_fn struct job *new_job(void)
{
	struct job *job = kmalloc(sizeof(*job), GFP_KERNEL);

	if (job)
		init_completion(&job->done);
	return job;
}

static void read_once(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	planted_set(&job->value, init);
	planted_use(READ_ONCE(job->value));
	kfree(job);
}

static planted_fn void publish(int *to, const int *from)
{
	WRITE_ONCE(*to, *from);
}

static void write_once(bool init)
{
	int value, shared = 0;

	planted_set(&value, init);
	publish(&shared, &value);
	planted_use(READ_ONCE(shared));
}

static planted_fn void release(int *to, const int *from)
{
	smp_store_release(to, *from);
}

static void store_release(bool init)
{
	int value, shared = 0;

	planted_set(&value, init);
	release(&shared, &value);
	planted_use(smp_load_acquire(&shared));
}

static void atomic_unset(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	if (init)
		atomic_set(&job->count, 1);
	planted_use(atomic_read(&job->count) == 1);
	kfree(job);
}

static planted_fn void set_count(atomic_t *count, const int *value)
{
	atomic_set(count, *value);
}

static void atomic_from(bool init)
{
	atomic_t count = ATOMIC_INIT(0);
	int value;

	planted_set(&value, init);
	set_count(&count, &value);
	planted_use(atomic_read(&count));
}

static void atomic_operand(bool init)
{
	atomic_t count = ATOMIC_INIT(0);
	int value;

	planted_set(&value, init);
	atomic_add(value, &count);
	planted_use(atomic_read(&count));
}

static void atomic_exchange(bool init)
{
	atomic_t count = ATOMIC_INIT(0);
	int value;

	planted_set(&value, init);
	atomic_cmpxchg(&count, 0, value);
	planted_use(atomic_read(&count));
}

static void test_flag(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	if (init)
		job->flags = 8;
	planted_use(test_bit(3, &job->flags));
	kfree(job);
}

struct counters {
	long first;
	int second;
	int third;
};

static planted_fn void fill_counters(struct counters *c, bool init)
{
	c->first = 1;
	planted_set(&c->second, init);
	c->third = 3;
}

static planted_fn void store_counters(struct counters __percpu *all,
				      const struct counters *from)
{
	*per_cpu_ptr(all, 0) = *from;
}

static planted_fn void use_counters(struct counters __percpu *all)
{
	planted_use(per_cpu_ptr(all, 0)->second);
}

/* alloc_percpu() gives zeroed memory; poison gets there by a copy. */
static void percpu_allocated(bool init)
{
	struct counters __percpu *all = alloc_percpu(struct counters);
	struct counters fresh;

	if (!all)
		return;
	fill_counters(&fresh, init);
	store_counters(all, &fresh);
	use_counters(all);
	free_percpu(all);
}

static DEFINE_PER_CPU(int, variable);

static void percpu_variable(bool init)
{
	int value;

	planted_set(&value, init);
	preempt_disable();
	this_cpu_write(variable, value);
	planted_use(this_cpu_read(variable));
	preempt_enable();
}

static planted_fn void finish_work(struct work_struct *work)
{
	planted_use(container_of(work, struct job, work)->value);
}

static void work_queue(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	INIT_WORK(&job->work, finish_work);
	planted_set(&job->value, init);
	schedule_work(&job->work);
	flush_work(&job->work);
	kfree(job);
}

static planted_fn void timer_expires(struct timer_list *timer)
{
	struct job *job = container_of(timer, struct job, timer);

	planted_use(job->value);
	complete(&job->done);
}

static void timer(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	timer_setup(&job->timer, timer_expires, 0);
	planted_set(&job->value, init);
	mod_timer(&job->timer, jiffies + 1);
	wait_for_completion(&job->done);
	timer_delete_sync(&job->timer);
	kfree(job);
}

static planted_fn void from_interrupt(struct irq_work *work)
{
	planted_use(container_of(work, struct job, interrupt)->value);
}

static void interrupt(bool init)
{
	struct job *job = new_job();

	if (!job)
		return;
	init_irq_work(&job->interrupt, from_interrupt);
	planted_set(&job->value, init);
	irq_work_queue(&job->interrupt);
	irq_work_sync(&job->interrupt);
	kfree(job);
}

static planted_fn int thread(void *data)
{
	struct job *job = data;

	planted_use(job->value);
	complete(&job->done);
	return 0;
}

static void other_thread(bool init)
{
	struct job *job = new_job();
	struct task_struct *task;

	if (!job)
		return;
	planted_set(&job->value, init);
	task = kthread_run(thread, job, "kmsan_planted");
	if (!IS_ERR(task))
		wait_for_completion(&job->done);
	kfree(job);
}

const struct planted_case planted_async[] = {
	{"read-once", read_once, "READ_ONCE()"},
	{"write-once", write_once, "WRITE_ONCE(), then READ_ONCE()"},
	{"store-release", store_release, "smp_store_release()"},
	{"atomic-unset", atomic_unset, "an atomic_t that was never set"},
	{"atomic-set", atomic_from, "atomic_set() of a local"},
	{"atomic-add", atomic_operand, "atomic_add() of a local"},
	{"atomic-cmpxchg", atomic_exchange, "atomic_cmpxchg() to a local"},
	{"test-bit", test_flag, "test_bit() of a kmalloc()ed word"},
	{"percpu-allocated", percpu_allocated, "alloc_percpu()ed memory"},
	{"percpu-variable", percpu_variable, "this_cpu_write() of a local"},
	{"work", work_queue, "used by a work queue"},
	{"timer", timer, "used by a timer"},
	{"interrupt", interrupt, "used in an interrupt"},
	{"thread", other_thread, "used by a kernel thread"},
	{}};
