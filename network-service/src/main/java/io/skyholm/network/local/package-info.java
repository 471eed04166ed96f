/** What a platform on one machine begins with. */
@NullMarked
package io.skyholm.network.local;

import org.jspecify.annotations.NullMarked;
