/** Amounts: how they are written and read, and how exact they are. */
@NullMarked
package io.skyholm.billing.money;

import org.jspecify.annotations.NullMarked;
