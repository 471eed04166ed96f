package io.skyholm.storage.source;

import io.vertx.core.http.HttpClientResponse;

/** What a source answers, and its bytes, which do not come before somebody asks for them. */
public record SourceStream(SourceAnswer answer, HttpClientResponse bytes) {

    /** Ends the connection. */
    public void close() {
        bytes.request().reset();
    }
}
