package io.skyholm.support;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of support is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
