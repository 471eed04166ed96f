package io.skyholm.billing;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of billing is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
