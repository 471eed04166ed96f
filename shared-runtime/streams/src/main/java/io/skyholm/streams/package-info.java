/**
 * Server-sent events that a client can resume. A stream looks for what is new behind a position, a few times a second, and
 * sends it with its position as the event's id; a client that was cut off comes back with Last-Event-ID and misses nothing.
 * Silence is broken by comments, the number of watchers is limited, and every stream ends after a while.
 */
@NullMarked
package io.skyholm.streams;

import org.jspecify.annotations.NullMarked;
