package io.skyholm.audit;

import io.skyholm.runtime.testing.api.EveryOperationIsCalled;

/** No operation of audit is without a test. */
class EveryOperationIsCalledTest extends EveryOperationIsCalled {}
