/** Where a host's disks are, whatever that is made of. */
@NullMarked
package io.skyholm.agent.pool;

import org.jspecify.annotations.NullMarked;
