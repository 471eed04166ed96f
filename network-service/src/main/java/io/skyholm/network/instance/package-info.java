/** The ports of an instance, from what they are to what they should be. */
@NullMarked
package io.skyholm.network.instance;

import org.jspecify.annotations.NullMarked;
