/** What becomes of disks and their bytes while parts of the suite are killed. */
@NullMarked
package io.skyholm.system.disks;

import org.jspecify.annotations.NullMarked;
