package io.skyholm.support;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What support answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
