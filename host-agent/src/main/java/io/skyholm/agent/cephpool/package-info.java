/** Pools in Ceph: where a host's disks are, and with which key it gets at them. */
@NullMarked
package io.skyholm.agent.cephpool;

import org.jspecify.annotations.NullMarked;
