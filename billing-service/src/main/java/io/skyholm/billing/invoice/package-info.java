/** Invoices: what was used, what is to be paid in, and what was given back, each under a number of its own. */
@NullMarked
package io.skyholm.billing.invoice;

import org.jspecify.annotations.NullMarked;
