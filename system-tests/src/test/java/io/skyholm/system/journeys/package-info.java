/** What people do with the suite, from the first call to the last trace it leaves. */
@NullMarked
package io.skyholm.system.journeys;

import org.jspecify.annotations.NullMarked;
