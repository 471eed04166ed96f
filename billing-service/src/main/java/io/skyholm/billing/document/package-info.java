/** Invoices as documents, for people and for spreadsheets. */
@NullMarked
package io.skyholm.billing.document;

import org.jspecify.annotations.NullMarked;
