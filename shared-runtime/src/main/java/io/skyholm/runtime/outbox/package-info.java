/** What a transaction tells the world, written beside its rows. */
@NullMarked
package io.skyholm.runtime.outbox;

import org.jspecify.annotations.NullMarked;
