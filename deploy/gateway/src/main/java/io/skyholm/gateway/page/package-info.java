/** What the gateway answers itself. */
@NullMarked
package io.skyholm.gateway.page;

import org.jspecify.annotations.NullMarked;
