package io.skyholm.audit;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What audit answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
