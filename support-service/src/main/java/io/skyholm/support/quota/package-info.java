/** How much of each a tenant may make here. */
@NullMarked
package io.skyholm.support.quota;

import org.jspecify.annotations.NullMarked;
