/** Security groups: the traffic that ports let through. */
@NullMarked
package io.skyholm.network.securitygroup;

import org.jspecify.annotations.NullMarked;
