/** What of a tenant's storage nobody uses: disks that are attached to nothing, and copies whose origin is gone. */
@NullMarked
package io.skyholm.storage.orphan;

import org.jspecify.annotations.NullMarked;
