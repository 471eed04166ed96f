/** Disks and images that are offered to another tenant, and go to it once it accepts. */
@NullMarked
package io.skyholm.storage.transfer;

import org.jspecify.annotations.NullMarked;
