/** That something ends by itself when its owner wants it to. */
@NullMarked
package io.skyholm.storage.expiry;

import org.jspecify.annotations.NullMarked;
