/** What counts in the quotas of tenants. */
@NullMarked
package io.skyholm.storage.quota;

import org.jspecify.annotations.NullMarked;
