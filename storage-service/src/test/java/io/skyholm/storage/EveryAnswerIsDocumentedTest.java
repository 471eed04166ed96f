package io.skyholm.storage;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What storage answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
