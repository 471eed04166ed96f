/**
 * Server-sent events that a client can resume. A stream looks for what is new behind a position, a few times a second, and
 * sends it with its position as the event's id; a client that was cut off comes back with Last-Event-ID and misses nothing.
 * Silence is broken by comments, which say how far the stream has looked. How many may watch is limited, all together, of a
 * tenant and of a caller, and every stream ends after a while.
 */
@NullMarked
package io.skyholm.streams;

import org.jspecify.annotations.NullMarked;
