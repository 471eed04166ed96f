/** The bytes of versions, for whoever downloads them. */
@NullMarked
package io.skyholm.storage.download;

import org.jspecify.annotations.NullMarked;
