/** Plans: the sizes on offer and what they cost, with every version of their terms. */
@NullMarked
package io.skyholm.billing.plan;

import org.jspecify.annotations.NullMarked;
