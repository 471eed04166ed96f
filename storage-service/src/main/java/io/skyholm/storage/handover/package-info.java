/** Instances that go to another tenant: what storage holds for that, gives, or lets go, as compute tells. */
@NullMarked
package io.skyholm.storage.handover;

import org.jspecify.annotations.NullMarked;
