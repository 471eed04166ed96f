/** What becomes of images and their versions that somebody deleted and that nobody has taken back in time. */
@NullMarked
package io.skyholm.storage.undo;

import org.jspecify.annotations.NullMarked;
