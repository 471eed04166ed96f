package io.skyholm.gateway.page;

import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Whether the gateway lives, and which servers behind it are ready. It answers 200 also when some are not: restarting
 * the gateway would not bring them back.
 */
public final class HealthPage implements Handler<HttpServerRequest> {

    private static final long TIMEOUT_SECONDS = 2;
    private static final long KEPT_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final HttpClient client;
    private final Map<Upstream, String> readinessPaths = new LinkedHashMap<>();
    private @Nullable Future<JsonObject> last;
    private long lookedAt;

    public HealthPage(HttpClient client, List<Upstream> services, Optional<Upstream> keycloak) {
        this.client = client;
        services.forEach(service -> readinessPaths.put(service, "/q/health/ready"));
        keycloak.ifPresent(server -> readinessPaths.put(server, "/realms/skyholm"));
    }

    @Override
    public void handle(HttpServerRequest request) {
        Context here = Vertx.currentContext();
        current()
                .onComplete(report -> here.runOnContext(ignored -> {
                    request.response()
                            .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                            .putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                    Answer.with(report.result().toBuffer(), request);
                }));
    }

    /** Anybody may ask, so all who do so within a second, or while it is being found out, get the same answer. */
    private synchronized Future<JsonObject> current() {
        Future<JsonObject> known = last;
        if (known == null || (known.isComplete() && System.nanoTime() - lookedAt > KEPT_NANOS)) {
            known = look().map(this::noted);
            last = known;
        }
        return known;
    }

    private synchronized JsonObject noted(JsonObject report) {
        lookedAt = System.nanoTime();
        return report;
    }

    private Future<JsonObject> look() {
        Map<Upstream, Future<Boolean>> checks = new LinkedHashMap<>();
        readinessPaths.forEach((upstream, path) -> checks.put(upstream, isReady(upstream, path)));
        return Future.join(List.copyOf(checks.values())).map(all -> report(checks));
    }

    private static JsonObject report(Map<Upstream, Future<Boolean>> checks) {
        JsonObject upstreams = new JsonObject();
        checks.forEach((upstream, ready) -> upstreams.put(upstream.name(), ready.result() ? "UP" : "DOWN"));
        boolean all = checks.values().stream().allMatch(Future::result);
        return new JsonObject().put("status", "UP").put("ready", all).put("upstreams", upstreams);
    }

    private Future<Boolean> isReady(Upstream upstream, String path) {
        return client.request(
                        upstream.request(HttpMethod.GET, path).setTimeout(TimeUnit.SECONDS.toMillis(TIMEOUT_SECONDS)))
                .compose(HttpClientRequest::send)
                .compose(response -> response.end().map(read -> response.statusCode() == 200))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .otherwise(false);
    }
}
