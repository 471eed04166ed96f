/** Checks of disks: whether their hosts find them to be what they should be, and what they mend. */
@NullMarked
package io.skyholm.storage.check;

import org.jspecify.annotations.NullMarked;
