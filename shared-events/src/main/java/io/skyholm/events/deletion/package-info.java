/** What each service tells of the deletion of tenants and users, in the same words. */
@NullMarked
package io.skyholm.events.deletion;

import org.jspecify.annotations.NullMarked;
