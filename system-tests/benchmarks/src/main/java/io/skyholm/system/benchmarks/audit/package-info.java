/** How fast audit records, searches and verifies its entries. */
@NullMarked
package io.skyholm.system.benchmarks.audit;

import org.jspecify.annotations.NullMarked;
