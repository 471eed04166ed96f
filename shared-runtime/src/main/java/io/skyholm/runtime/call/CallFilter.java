package io.skyholm.runtime.call;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.skyholm.runtime.access.AccessRules;
import io.skyholm.runtime.access.Caller;
import io.skyholm.runtime.access.Callers;
import io.skyholm.runtime.accessgrant.AccessGrantHeader;
import io.skyholm.runtime.accessgrant.KnownGrants;
import io.skyholm.runtime.problem.Problem;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** The door of every service: who calls is known and allowed before a method runs. */
class CallFilter {

    private static final String BEARER = "Bearer ";

    private final Callers callers;
    private final KnownGrants grants;
    private final AccessRules rules;
    private final CurrentCall current;
    private final CurrentVertxRequest routing;
    private final CallRecorder recorder;

    CallFilter(
            Callers callers,
            KnownGrants grants,
            AccessRules rules,
            CurrentCall current,
            CurrentVertxRequest routing,
            CallRecorder recorder) {
        this.callers = callers;
        this.grants = grants;
        this.rules = rules;
        this.current = current;
        this.routing = routing;
        this.recorder = recorder;
    }

    @ServerRequestFilter
    Uni<@Nullable Response> enter(ContainerRequestContext request, ResourceInfo method) {
        Optional<CallRecord> note = CallRecorder.noteOf(routing.getCurrent());
        note.ifPresent(told -> told.needs(rules.required(method).orElse(null)));
        Origin origin = RequestOrigin.of(routing.getCurrent().request());
        if (rules.open(method)) {
            note.ifPresent(recorder::begins);
            current.is(new AnonymousCall(origin, RequestConditions.of(request)));
            return Uni.createFrom().nullItem();
        }
        String bearer = bearerOf(request);
        String grant = request.getHeaderString(AccessGrantHeader.NAME);
        Supplier<Uni<Caller>> known = () -> callers.bearing(bearer, origin.address());
        Context here = Vertx.currentContext();
        RoutingContext routed = routing.getCurrent();
        return known.get()
                .invoke(caller -> note.ifPresent(told -> told.by(caller)))
                .chain(caller -> grants.applied(grant, caller))
                .invoke(caller -> {
                    note.ifPresent(told -> told.by(caller));
                    Optional<CallRecord> read = note.isPresent() ? Optional.empty() : reading(routed, method, caller);
                    Caller admitted = rules.admitted(method, caller);
                    note.ifPresent(told -> letIn(admitted, told));
                    read.ifPresent(recorder::begins);
                    Supplier<Uni<Caller>> look = () -> known.get()
                            .chain(again -> grants.applied(grant, again))
                            .map(again -> rules.admitted(method, again));
                    current.is(new Call(admitted, origin, RequestConditions.of(request)), access(here, look, admitted));
                })
                .replaceWith(() -> null);
    }

    /**
     * Asked long after, from any thread: the look goes back to where the request came in. What goes on and on was decided by the rights
     * with which it began, so it ends when one of them is lost, and when the tenant is suspended: it may look, but not watch.
     */
    private static Supplier<Uni<Void>> access(Context here, Supplier<Uni<Caller>> look, Caller began) {
        return () -> Uni.createFrom()
                .voidItem()
                .emitOn(command -> here.runOnContext(ignored -> command.run()))
                .chain(() -> look.get())
                .invoke(now -> {
                    now.requireAllOf(began);
                    now.requireActive();
                })
                .replaceWithVoid();
    }

    /** A note of a call that reads what is recorded; only now is it known that a grant is the caller's own, and in force. */
    private Optional<CallRecord> reading(RoutingContext routed, ResourceInfo method, Caller caller) {
        return rules.resource(method).filter(caller::isRecordedReading).map(type -> {
            CallRecord note = recorder.note(routed);
            note.needs(rules.required(method).orElse(null));
            note.by(caller);
            return note;
        });
    }

    /** Whoever may only look is stopped before anything is about to change. */
    private void letIn(Caller caller, CallRecord note) {
        caller.requireActive();
        recorder.begins(note);
    }

    private static String bearerOf(ContainerRequestContext request) {
        String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER)) {
            throw Problem.unauthenticated("Send a token: Authorization: Bearer …");
        }
        return authorization.substring(BEARER.length());
    }
}
