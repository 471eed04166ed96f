/** Data disks: what a tenant has on the hosts of storage pools. */
@NullMarked
package io.skyholm.storage.disk;

import org.jspecify.annotations.NullMarked;
