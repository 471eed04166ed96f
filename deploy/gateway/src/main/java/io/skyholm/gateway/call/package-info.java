/** Who asks for what: the client's address, the caller that a valid token proves, and the class of route. */
@NullMarked
package io.skyholm.gateway.call;

import org.jspecify.annotations.NullMarked;
