/** The gateway's own failures, as RFC 9457 problems. */
@NullMarked
package io.skyholm.gateway.problem;

import org.jspecify.annotations.NullMarked;
