/** The places that have machines. */
@NullMarked
package io.skyholm.compute.datacenter;

import org.jspecify.annotations.NullMarked;
