/** The object stores in which storage has bytes, as somebody lists them who is not storage. */
@NullMarked
package io.skyholm.local.store;

import org.jspecify.annotations.NullMarked;
