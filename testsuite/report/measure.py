# SPDX-License-Identifier: GPL-2.0-or-later
#
# measure.py COMMAND... - run it and print its processor time and peak memory.

import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print("\n%.2f s %.1f MB" % (used.ru_utime + used.ru_stime, used.ru_maxrss / 1024))
sys.exit(status)
