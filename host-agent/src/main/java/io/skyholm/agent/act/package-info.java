/** Makes a host what is desired of it, thing by thing, for as long as it takes. */
@NullMarked
package io.skyholm.agent.act;

import org.jspecify.annotations.NullMarked;
