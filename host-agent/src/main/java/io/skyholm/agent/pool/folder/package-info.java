/** A pool of disks that are files of a folder. */
@NullMarked
package io.skyholm.agent.pool.folder;

import org.jspecify.annotations.NullMarked;
