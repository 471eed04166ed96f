/** What tenants, groups and users may hold, and do. */
@NullMarked
package io.skyholm.compute.quota;

import org.jspecify.annotations.NullMarked;
