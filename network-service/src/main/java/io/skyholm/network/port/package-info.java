/** Ports: where instances are plugged in. */
@NullMarked
package io.skyholm.network.port;

import org.jspecify.annotations.NullMarked;
