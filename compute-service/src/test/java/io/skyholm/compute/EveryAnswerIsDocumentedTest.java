package io.skyholm.compute;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What compute answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
