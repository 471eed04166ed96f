/** What identity tells the other services: tenants and users. */
@NullMarked
package io.skyholm.events.identity;

import org.jspecify.annotations.NullMarked;
