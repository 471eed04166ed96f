/** Instances that go to another tenant: what network holds for that, gives, or lets go, as compute tells. */
@NullMarked
package io.skyholm.network.handover;

import org.jspecify.annotations.NullMarked;
