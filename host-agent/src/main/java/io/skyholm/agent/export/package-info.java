/** Bytes of snapshots and disks that are left with the object store. */
@NullMarked
package io.skyholm.agent.export;

import org.jspecify.annotations.NullMarked;
