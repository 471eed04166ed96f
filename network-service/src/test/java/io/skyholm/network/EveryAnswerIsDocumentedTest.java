package io.skyholm.network;

import io.skyholm.runtime.testing.answers.EveryAnswerIsDocumented;

/** What network answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
