package io.skyholm.gateway.openapi;

import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The merged document, made when somebody asks for it, kept for some seconds, and rendered only when it has changed. */
public final class OpenApiDocument {

    private static final long FRESH_NANOSECONDS = TimeUnit.SECONDS.toNanos(5);

    private final Supplier<Future<List<ServiceDescription>>> descriptions;
    private final String publicUrl;
    private final long freshNanoseconds;
    private volatile @Nullable RenderedDocument rendered;
    private @Nullable Future<RenderedDocument> made;
    private long madeAt;

    public OpenApiDocument(ServiceDescriptions descriptions, String publicUrl) {
        this(descriptions::collect, publicUrl, FRESH_NANOSECONDS);
    }

    OpenApiDocument(Supplier<Future<List<ServiceDescription>>> descriptions, String publicUrl, long freshNanoseconds) {
        this.descriptions = descriptions;
        this.publicUrl = publicUrl;
        this.freshNanoseconds = freshNanoseconds;
    }

    public synchronized Future<RenderedDocument> current() {
        Future<RenderedDocument> known = made;
        if (known != null && System.nanoTime() - madeAt < freshNanoseconds) {
            return known;
        }
        Context caller = Vertx.currentContext();
        Future<RenderedDocument> fresh = descriptions.get().compose(parts -> render(parts, caller));
        made = fresh;
        madeAt = System.nanoTime();
        return fresh;
    }

    /** Writing it takes longer than an event loop may be busy. */
    private Future<RenderedDocument> render(List<ServiceDescription> parts, Context caller) {
        return caller.executeBlocking(() -> {
            String json = new OpenApiMerge(publicUrl).of(parts).encodePrettily();
            RenderedDocument last = rendered;
            if (last != null && last.isOf(json)) {
                return last;
            }
            RenderedDocument fresh = RenderedDocument.of(json);
            rendered = fresh;
            return fresh;
        });
    }
}
