/** What storage costs, as billing has told it. */
@NullMarked
package io.skyholm.storage.price;

import org.jspecify.annotations.NullMarked;
