/** Statements: what a wallet's balances were at the end of a day, from its postings. */
@NullMarked
package io.skyholm.billing.statement;

import org.jspecify.annotations.NullMarked;
