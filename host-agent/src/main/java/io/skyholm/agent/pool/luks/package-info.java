/** Disks that nobody reads without their key: the LUKS 1 format. */
@NullMarked
package io.skyholm.agent.pool.luks;

import org.jspecify.annotations.NullMarked;
