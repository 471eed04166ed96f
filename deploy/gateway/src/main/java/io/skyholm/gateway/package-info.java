/** The public door in front of the services: configuration read, doors opened, parts put together. */
@NullMarked
package io.skyholm.gateway;

import org.jspecify.annotations.NullMarked;
