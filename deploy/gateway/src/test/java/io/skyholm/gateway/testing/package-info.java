/** What tests of the gateway need beside it. */
@NullMarked
package io.skyholm.gateway.testing;

import org.jspecify.annotations.NullMarked;
