/** Schedules: when snapshots of a disk are made by themselves, and how long they are kept. */
@NullMarked
package io.skyholm.storage.schedule;

import org.jspecify.annotations.NullMarked;
