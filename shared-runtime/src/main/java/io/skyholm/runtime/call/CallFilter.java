package io.skyholm.runtime.call;

import io.skyholm.runtime.access.AccessRules;
import io.skyholm.runtime.access.TokenVerifier;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The door of every service: who calls is known and allowed before a method runs. */
class CallFilter {

    private static final String BEARER = "Bearer ";

    private final TokenVerifier tokens;
    private final AccessRules rules;
    private final CurrentCall current;

    CallFilter(TokenVerifier tokens, AccessRules rules, CurrentCall current) {
        this.tokens = tokens;
        this.rules = rules;
        this.current = current;
    }

    @ServerRequestFilter
    Uni<@Nullable Response> enter(ContainerRequestContext request, ResourceInfo method, HttpServerRequest connection) {
        Origin origin = RequestOrigin.of(request, connection);
        if (rules.open(method)) {
            return Uni.createFrom().nullItem();
        }
        return tokens.verify(bearerOf(request))
                .invoke(caller -> {
                    rules.check(method, caller);
                    current.is(new Call(caller, origin, RequestConditions.of(request)));
                })
                .replaceWith(() -> null);
    }

    private static String bearerOf(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw Problem.unauthenticated("Send a token: Authorization: Bearer …");
        }
        return authorization.substring(BEARER.length());
    }
}
