/** Documents that settle something for the whole network. */
@NullMarked
package io.skyholm.network.networkingconfig;

import org.jspecify.annotations.NullMarked;
