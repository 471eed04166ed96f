/** Tags: names for versions of an image, some of which never name another. */
@NullMarked
package io.skyholm.storage.tag;

import org.jspecify.annotations.NullMarked;
