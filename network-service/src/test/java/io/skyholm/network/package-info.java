/** The network service as its callers meet it. */
@NullMarked
package io.skyholm.network;

import org.jspecify.annotations.NullMarked;
