/** The network of a host as programs of the system show and change it. */
@NullMarked
package io.skyholm.agent.network.host;

import org.jspecify.annotations.NullMarked;
