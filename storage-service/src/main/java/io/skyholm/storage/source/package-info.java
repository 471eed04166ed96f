/** Where bytes are fetched from: which addresses may be asked, and what they answer. */
@NullMarked
package io.skyholm.storage.source;

import org.jspecify.annotations.NullMarked;
