/** Standing: what a tenant may do with the money that it has, and what it wants to be kept to. */
@NullMarked
package io.skyholm.billing.standing;

import org.jspecify.annotations.NullMarked;
