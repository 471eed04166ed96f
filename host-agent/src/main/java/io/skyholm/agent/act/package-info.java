/** Makes a host what is wished of it, thing by thing, for as long as it takes. */
@NullMarked
package io.skyholm.agent.act;

import org.jspecify.annotations.NullMarked;
