package io.skyholm.gateway.openapi;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The merged document, made when somebody asks for it and kept for some seconds. */
public final class OpenApiDocument {

    private static final long FRESH_NANOSECONDS = TimeUnit.SECONDS.toNanos(5);

    private final ServiceDescriptions descriptions;
    private final String publicUrl;
    private @Nullable Future<JsonObject> made;
    private long madeAt;

    public OpenApiDocument(ServiceDescriptions descriptions, String publicUrl) {
        this.descriptions = descriptions;
        this.publicUrl = publicUrl;
    }

    public synchronized Future<JsonObject> current() {
        Future<JsonObject> known = made;
        if (known != null && System.nanoTime() - madeAt < FRESH_NANOSECONDS) {
            return known;
        }
        Future<JsonObject> fresh = descriptions.collect().map(parts -> new OpenApiMerge(publicUrl).of(parts));
        made = fresh;
        madeAt = System.nanoTime();
        return fresh;
    }
}
