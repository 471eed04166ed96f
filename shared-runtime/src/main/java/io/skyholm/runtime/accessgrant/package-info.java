/** Access grants: the consent of tenants by which operators work in them for a while. */
@NullMarked
package io.skyholm.runtime.accessgrant;

import org.jspecify.annotations.NullMarked;
