/** Versions of images: each a disk's bytes, with a place in the tree of those that it was made from. */
@NullMarked
package io.skyholm.storage.version;

import org.jspecify.annotations.NullMarked;
