/** Tickets: what people ask the operator about, from OPEN to CLOSED, and what is said about it. */
@NullMarked
package io.skyholm.support.ticket;

import org.jspecify.annotations.NullMarked;
