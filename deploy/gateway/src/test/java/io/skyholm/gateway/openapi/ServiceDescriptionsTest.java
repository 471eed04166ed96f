package io.skyholm.gateway.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ServiceDescriptionsTest {

    private final Vertx vertx = Vertx.vertx();

    @AfterEach
    void close() throws Exception {
        await(vertx.close());
    }

    @Test
    void serviceThatIsAwayKeepsItsLastKnownDescription() throws Exception {
        HttpServer server = serve("{\"paths\":{\"/v1/tenants\":{},\"/internal\":{}}}");
        ServiceDescriptions descriptions = descriptionsOf(server);
        ServiceDescription known =
                new ServiceDescription("identity", new JsonObject("{\"paths\":{\"/v1/tenants\":{}}}"));

        assertThat(collected(descriptions)).containsExactly(known);
        await(server.close());
        assertThat(await(descriptions.collect())).containsExactly(known);
    }

    @Test
    void whatEveryServiceHasIsDescribed() throws Exception {
        ServiceDescriptions descriptions =
                descriptionsOf(serve("{\"paths\":{\"/v1/services/{service}/reconcile-tasks\":{}}}"));

        assertThat(collected(descriptions)).singleElement().satisfies(identity -> assertThat(
                        identity.document().getJsonObject("paths").fieldNames())
                .containsExactly("/v1/services/{service}/reconcile-tasks"));
    }

    @Test
    void serviceThatTalksNonsenseIsMissing() throws Exception {
        assertThat(await(descriptionsOf(serve("[]")).collect())).isEmpty();
        assertThat(await(descriptionsOf(serve("{\"paths\":7}")).collect())).isEmpty();
    }

    /** Asked again as the gateway does it, since a machine at work may need longer for the first answer than it waits for one. */
    private static List<ServiceDescription> collected(ServiceDescriptions descriptions) throws Exception {
        List<ServiceDescription> collected = List.of();
        for (int times = 0; times < 5 && collected.isEmpty(); times++) {
            collected = await(descriptions.collect());
        }
        return collected;
    }

    private ServiceDescriptions descriptionsOf(HttpServer server) {
        List<Upstream> services = List.of(Upstream.at("identity", "http://127.0.0.1:" + server.actualPort()));
        return new ServiceDescriptions(vertx.createHttpClient(), services, Routes.of(services, Optional.empty()));
    }

    private HttpServer serve(String document) throws Exception {
        return await(vertx.createHttpServer()
                .requestHandler(request -> request.response().end(document))
                .listen(0, "127.0.0.1"));
    }

    private static <T> T await(Future<T> future) throws Exception {
        return future.toCompletionStage().toCompletableFuture().get(20, TimeUnit.SECONDS);
    }
}
