/** The way to the platform over HTTP. */
@NullMarked
package io.skyholm.agent.gateway;

import org.jspecify.annotations.NullMarked;
