/** What the services say to each other: one record per event type, and the catalogue that lists them. */
@NullMarked
package io.skyholm.events;

import org.jspecify.annotations.NullMarked;
