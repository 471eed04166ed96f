/** What depends on a disk or an image, and what becomes of it when that is deleted: to be read before somebody deletes. */
@NullMarked
package io.skyholm.storage.dependent;

import org.jspecify.annotations.NullMarked;
