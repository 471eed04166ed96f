package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OpenApiDocumentTest {

    private final Vertx vertx = Vertx.vertx();
    private final AtomicInteger asked = new AtomicInteger();
    private final AtomicReference<String> path = new AtomicReference<>("/v1/tenants");
    private final OpenApiDocument document = new OpenApiDocument(this::describe, "https://localhost", 0);

    @AfterEach
    void close() throws Exception {
        vertx.close().toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    @Test
    void documentIsRenderedOnceHoweverOftenItIsAskedFor() throws Exception {
        RenderedDocument first = current();
        RenderedDocument second = current();

        assertThat(asked).hasValue(2);
        assertThat(second.yaml()).isSameAs(first.yaml());
        assertThat(second.json()).isSameAs(first.json());
    }

    @Test
    void changedDescriptionIsRenderedAgain() throws Exception {
        RenderedDocument first = current();
        path.set("/v1/users");

        assertThat(first.yaml().toString()).contains("/v1/tenants");
        assertThat(current().yaml().toString()).contains("/v1/users").doesNotContain("/v1/tenants");
    }

    private RenderedDocument current() throws Exception {
        CompletableFuture<RenderedDocument> made = new CompletableFuture<>();
        vertx.runOnContext(here -> document.current().onSuccess(made::complete).onFailure(made::completeExceptionally));
        return made.get(20, TimeUnit.SECONDS);
    }

    private Future<List<ServiceDescription>> describe() {
        asked.incrementAndGet();
        JsonObject paths = new JsonObject().put(path.get(), new JsonObject().put("get", new JsonObject()));
        return Future.succeededFuture(
                List.of(new ServiceDescription("identity", new JsonObject().put("paths", paths))));
    }
}
