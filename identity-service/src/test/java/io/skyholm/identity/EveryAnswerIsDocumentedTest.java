package io.skyholm.identity;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What identity answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
