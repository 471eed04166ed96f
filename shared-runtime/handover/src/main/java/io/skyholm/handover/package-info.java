/**
 * Instances that go to another tenant with all that is theirs, or not at all: compute decides, and each service that has something of them
 * reserves it, gives it or lets it go, in whatever order it is told.
 */
@NullMarked
package io.skyholm.handover;

import org.jspecify.annotations.NullMarked;
