package io.skyholm.runtime.testing.answers;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.container.ContainerResponseContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/** Lives in the service under test and writes down each of its answers, whoever asked. */
@Singleton
class AnswerRecorder {

    private static final String ENTITY = "skyholm.answer";
    private static final int BEFORE_ALL_OTHERS = 2_000;

    private final ObjectMapper json;
    private final CurrentVertxRequest routing;

    AnswerRecorder(ObjectMapper json, CurrentVertxRequest routing) {
        this.json = json;
        this.routing = routing;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, BEFORE_ALL_OTHERS);
    }

    @ServerResponseFilter
    void keep(ContainerResponseContext answer) {
        if (answer.getEntity() != null) {
            routing.getCurrent().put(ENTITY, answer.getEntity());
        }
    }

    private void watch(RoutingContext routing) {
        if (routing.request().path().startsWith("/v1/")) {
            routing.addEndHandler(ended -> {
                if (routing.response().headWritten()) {
                    RecordedAnswers.add(answer(routing));
                }
            });
        }
        routing.next();
    }

    private RecordedAnswer answer(RoutingContext routing) {
        HttpServerResponse response = routing.response();
        String type = response.headers().get("Content-Type");
        return new RecordedAnswer(
                routing.request().method().name(),
                routing.request().path(),
                response.getStatusCode(),
                type == null ? "" : type.split(";", 2)[0],
                Set.copyOf(response.headers().names()),
                type != null && type.contains("json") ? text(routing.get(ENTITY)) : null);
    }

    private @Nullable String text(@Nullable Object entity) {
        try {
            return entity == null ? null : json.writeValueAsString(entity);
        } catch (JsonProcessingException notJson) {
            return null;
        }
    }
}
