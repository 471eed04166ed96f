package io.skyholm.network;

import io.skyholm.runtime.testing.api.EveryAnswerIsDocumented;

/** What network answers and what its OpenAPI document says agree. */
class EveryAnswerIsDocumentedTest extends EveryAnswerIsDocumented {}
