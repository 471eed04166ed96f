/** Where things lie: the checkout, the data directory, its ports, secrets and certificate. */
@NullMarked
package io.skyholm.local.home;

import org.jspecify.annotations.NullMarked;
