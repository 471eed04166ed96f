package io.skyholm.storage;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of storage is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
