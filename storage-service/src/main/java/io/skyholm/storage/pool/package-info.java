/** Storage pools: room for disks of one type on a machine of a data centre. */
@NullMarked
package io.skyholm.storage.pool;

import org.jspecify.annotations.NullMarked;
