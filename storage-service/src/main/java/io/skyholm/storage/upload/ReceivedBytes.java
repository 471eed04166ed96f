package io.skyholm.storage.upload;

import io.vertx.core.buffer.Buffer;

/**
 * Some bytes of a request.
 *
 * @param isLast whether no others follow
 * @param isCut whether the client has gone before its end
 * @param isTooMuch whether it sent more than was left
 */
record ReceivedBytes(Buffer bytes, boolean isLast, boolean isCut, boolean isTooMuch) {}
