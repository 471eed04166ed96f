/** How bytes of objects pass between hosts and an object store that they do not reach. */
@NullMarked
package io.skyholm.storage.exchange;

import org.jspecify.annotations.NullMarked;
