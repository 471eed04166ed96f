package io.skyholm.gateway.openapi;

import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks every service for its OpenAPI document, and remembers the last one of each for while it is away. */
public final class ServiceDescriptions {

    private static final long TIMEOUT_SECONDS = 5;

    /** What stands for the name of a service in the paths that all of them have. */
    private static final String ITS_NAME = "{service}";

    private final HttpClient client;
    private final List<Upstream> services;
    private final Routes routes;
    private final Map<String, ServiceDescription> lastKnown = new ConcurrentHashMap<>();

    public ServiceDescriptions(HttpClient client, List<Upstream> services, Routes routes) {
        this.client = client;
        this.services = services;
        this.routes = routes;
    }

    /** In the order of the services; who has never answered is missing. */
    Future<List<ServiceDescription>> collect() {
        return Future.join(services.stream().map(this::ask).toList())
                .otherwiseEmpty()
                .map(asked -> services.stream()
                        .map(service -> lastKnown.get(service.name()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private Future<ServiceDescription> ask(Upstream service) {
        return client.request(service.request(HttpMethod.GET, "/q/openapi?format=json"))
                .compose(HttpClientRequest::send)
                .expecting(answer -> answer.statusCode() == 200)
                .compose(HttpClientResponse::body)
                .map(document -> publicPart(service, document.toJsonObject()))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS)
                .onSuccess(description -> lastKnown.put(service.name(), description));
    }

    private ServiceDescription publicPart(Upstream service, JsonObject document) {
        JsonObject paths = document.getJsonObject("paths", new JsonObject());
        List.copyOf(paths.fieldNames()).stream()
                .filter(path ->
                        !routes.to(path.replace(ITS_NAME, service.name())).equals(Optional.of(service)))
                .forEach(paths::remove);
        return new ServiceDescription(service.name(), document.put("paths", paths));
    }
}
