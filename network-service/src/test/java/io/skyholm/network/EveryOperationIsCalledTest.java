package io.skyholm.network;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of network is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
