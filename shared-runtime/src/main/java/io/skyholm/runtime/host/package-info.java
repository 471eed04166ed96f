/** How the control plane and its hosts hear of each other. */
@NullMarked
package io.skyholm.runtime.host;

import org.jspecify.annotations.NullMarked;
