/** What support tells: tickets, what is said in them, and what people were told. */
@NullMarked
package io.skyholm.events.support;

import org.jspecify.annotations.NullMarked;
