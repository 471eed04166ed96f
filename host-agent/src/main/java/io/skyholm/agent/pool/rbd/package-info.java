/** Disks in a Ceph cluster, as images that share with each other what they have in common. */
@NullMarked
package io.skyholm.agent.pool.rbd;

import org.jspecify.annotations.NullMarked;
