package io.skyholm.compute;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of compute is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
