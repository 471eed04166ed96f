/** A Ceph cluster of one monitor and one store of objects, for hosts whose disks are to be real ones. */
@NullMarked
package io.skyholm.local.ceph;

import org.jspecify.annotations.NullMarked;
