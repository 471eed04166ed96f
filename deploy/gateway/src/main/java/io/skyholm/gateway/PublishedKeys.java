package io.skyholm.gateway;

import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Asks Keycloak for the keys that the realm signs with; without a Keycloak there are none. */
record PublishedKeys(HttpClient client, Optional<Upstream> keycloak) implements Supplier<Future<JsonObject>> {

    private static final String PATH = "/realms/skyholm/protocol/openid-connect/certs";
    private static final long TIMEOUT_SECONDS = 5;

    @Override
    public Future<JsonObject> get() {
        return keycloak.map(this::ask).orElse(Future.succeededFuture(new JsonObject()));
    }

    private Future<JsonObject> ask(Upstream server) {
        return client.request(server.request(HttpMethod.GET, PATH))
                .compose(HttpClientRequest::send)
                .expecting(answer -> answer.statusCode() == 200)
                .compose(HttpClientResponse::body)
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .map(body -> body.toJsonObject());
    }
}
