/** What of a tenant's storage nobody uses: disks that are attached to nothing, copies whose origin is gone, and versions of images of which nothing is made. */
@NullMarked
package io.skyholm.storage.orphan;

import org.jspecify.annotations.NullMarked;
