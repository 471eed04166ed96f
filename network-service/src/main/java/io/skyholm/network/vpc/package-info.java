/** VPCs: networks apart from all others. */
@NullMarked
package io.skyholm.network.vpc;

import org.jspecify.annotations.NullMarked;
