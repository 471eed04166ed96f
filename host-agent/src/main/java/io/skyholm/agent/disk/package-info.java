/** What the agent does with disks. */
@NullMarked
package io.skyholm.agent.disk;

import org.jspecify.annotations.NullMarked;
