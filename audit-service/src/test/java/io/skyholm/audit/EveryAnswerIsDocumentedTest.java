package io.skyholm.audit;

import io.skyholm.runtime.testing.api.EveryAnswerIsDocumented;

/** What audit answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
