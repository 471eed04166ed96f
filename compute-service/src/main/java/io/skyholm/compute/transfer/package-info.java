/** Instances that go to another tenant: what is decided in compute, and what the other contexts do because of it. */
@NullMarked
package io.skyholm.compute.transfer;

import org.jspecify.annotations.NullMarked;
