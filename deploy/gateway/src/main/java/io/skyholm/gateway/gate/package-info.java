/** What every request passes before it goes anywhere; each gate looks at one thing. */
@NullMarked
package io.skyholm.gateway.gate;

import org.jspecify.annotations.NullMarked;
