/** Traffic: what ports carry in a month, and what they may. Nothing is cut off; who listens to the facts decides. */
@NullMarked
package io.skyholm.network.traffic;

import org.jspecify.annotations.NullMarked;
