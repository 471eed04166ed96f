/** What the agent does with snapshots of disks. */
@NullMarked
package io.skyholm.agent.snapshot;

import org.jspecify.annotations.NullMarked;
