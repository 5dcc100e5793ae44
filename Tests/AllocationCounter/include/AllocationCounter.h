#pragma once

/// How often this thread has asked for memory: every call of `malloc` and its kin since the thread began.
///
/// Only glibc is known to be watched; elsewhere the count stays 0.
unsigned long allocationsOfThisThread(void);
