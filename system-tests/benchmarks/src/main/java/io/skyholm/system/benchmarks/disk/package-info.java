/** Disks in Ceph by the agent's pool, next to librbd alone. */
@NullMarked
package io.skyholm.system.benchmarks.disk;

import org.jspecify.annotations.NullMarked;
