package io.skyholm.billing;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What billing answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
