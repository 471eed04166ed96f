/** What a service holds of the things that limits speak of, as it is shown beside them. */
@NullMarked
package io.skyholm.runtime.usage;

import org.jspecify.annotations.NullMarked;
