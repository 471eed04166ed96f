package io.skyholm.gateway.openapi;

import io.skyholm.gateway.upstream.Routes;
import io.skyholm.gateway.upstream.Upstream;
import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Asks every service for its OpenAPI document, and remembers the last one of each for while it is away. */
public final class ServiceDescriptions {

    private static final long TIMEOUT_SECONDS = 5;

    private final HttpClient client;
    private final List<Upstream> services;
    private final Routes routes;
    private final Map<String, ServiceDescription> lastKnown = new ConcurrentHashMap<>();

    public ServiceDescriptions(HttpClient client, List<Upstream> services, Routes routes) {
        this.client = client;
        this.services = services;
        this.routes = routes;
    }

    /** By name, since what all services have is described by the last of them; who has never answered is missing. */
    Future<List<ServiceDescription>> collect() {
        return Future.join(services.stream().map(this::ask).toList())
                .otherwiseEmpty()
                .map(asked -> services.stream()
                        .map(service -> lastKnown.get(service.name()))
                        .filter(Objects::nonNull)
                        .sorted(Comparator.comparing(ServiceDescription::service))
                        .toList());
    }

    private Future<ServiceDescription> ask(Upstream service) {
        return client.request(service.request(HttpMethod.GET, "/q/openapi?format=json"))
                .compose(HttpClientRequest::send)
                .expecting(answer -> answer.statusCode() == 200)
                .compose(HttpClientResponse::body)
                .map(document -> remember(ServiceDescription.of(service, document.toJsonObject(), routes)))
                .timeout(TIMEOUT_SECONDS, TimeUnit.SECONDS);
    }

    /** On the way to the answer and not beside it: who waits for the answer then finds it remembered. */
    private ServiceDescription remember(ServiceDescription description) {
        lastKnown.put(description.service(), description);
        return description;
    }
}
