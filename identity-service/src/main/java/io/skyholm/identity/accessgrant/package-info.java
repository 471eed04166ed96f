/** Access grants: operators who ask to work in a tenant, and tenants who consent for a while. */
@NullMarked
package io.skyholm.identity.accessgrant;

import org.jspecify.annotations.NullMarked;
