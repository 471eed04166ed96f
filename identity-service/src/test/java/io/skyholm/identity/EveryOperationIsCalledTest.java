package io.skyholm.identity;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of identity is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
