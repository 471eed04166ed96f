/** Uploads: the bytes of a version as they come in, in as many parts as the line makes of them. */
@NullMarked
package io.skyholm.storage.upload;

import org.jspecify.annotations.NullMarked;
