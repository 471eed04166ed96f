/** What hosts report of ports. */
@NullMarked
package io.skyholm.network.host;

import org.jspecify.annotations.NullMarked;
