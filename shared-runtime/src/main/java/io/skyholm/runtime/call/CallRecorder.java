package io.skyholm.runtime.call;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.skyholm.events.audit.CallFact;
import io.skyholm.events.audit.CallOutcome;
import io.skyholm.runtime.journal.CallJournal;
import io.skyholm.runtime.journal.RefusedCalls;
import io.skyholm.runtime.journal.ToldRefusals;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemMappers;
import io.skyholm.runtime.time.CalendarClock;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Has every call that is to change something written down, refused ones too: its intent when it is let in, and its
 * end when it is answered. Calls that read are written down under an access grant that is in force, so that the tenant sees all that
 * was done in it, and where the caller's tenant wants that: {@link CallFilter} knows, since a header alone says nothing. What is refused to nobody in particular is only counted, or a stranger could
 * fill the audit, and so is what is refused to one caller beyond so many a minute.
 */
@Singleton
class CallRecorder {

    private static final String NOTE = CallRecord.class.getName();
    private static final String API = "/v1/";
    private static final int FIRST_REFUSAL = 400;
    private static final int FIRST_FAILURE = 500;
    private static final Duration RETRY = Duration.ofSeconds(5);
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final CallJournal journal;
    private final RefusedCalls refused;
    private final CalendarClock clock;
    private final ToldRefusals told = new ToldRefusals(System::nanoTime);

    CallRecorder(CallJournal journal, RefusedCalls refused, CalendarClock clock) {
        this.journal = journal;
        this.refused = refused;
        this.clock = clock;
    }

    void register(@Observes Filters filters) {
        filters.register(this::watch, RequestIds.PRIORITY - 1);
    }

    /** The note of that request; one that changes nothing has none. */
    static Optional<CallRecord> noteOf(RoutingContext routing) {
        return Optional.ofNullable(routing.get(NOTE));
    }

    /** Writes down that the call is about to be carried out. */
    void begins(CallRecord note) {
        if (journal.isFull()) {
            throw Problem.unavailable(
                    "Audit can take no more now, so nothing may be done that it records; try again", RETRY);
        }
        note.letIn();
        journal.begin(note.begun());
    }

    private void ended(CallRecord note, CallFact call) {
        if (isToldByItself(note, call)) {
            if (!journal.end(call)) {
                refused.add(call.ipAddress());
            }
            return;
        }
        refused.add(call.ipAddress());
        if (note.wasLetIn()) {
            journal.endUntold(call);
        }
    }

    /** What may have changed something always is, and what an operator does in a tenant that let them in. */
    private boolean isToldByItself(CallRecord note, CallFact call) {
        if (call.userId() == null || call.tenantId() == null) {
            return call.outcome() != CallOutcome.FAILURE && (call.status() != null || note.wasLetIn());
        }
        return !isRefusal(note, call) || call.accessGrant() != null || told.admits(call.userId(), call.tenantId());
    }

    /** A service that failed may have done a part; nobody knows what became of a call whose client went, unless it was not let in. */
    private static boolean isRefusal(CallRecord note, CallFact call) {
        Integer status = call.status();
        return status == null ? !note.wasLetIn() : status >= FIRST_REFUSAL && status < FIRST_FAILURE;
    }

    private static boolean changes(HttpServerRequest request) {
        return request.path().startsWith(API) && !READING.contains(request.method());
    }

    private void watch(RoutingContext routing) {
        if (changes(routing.request())) {
            routing.put(NOTE, note(routing));
        }
        routing.next();
    }

    /** A note of that call, which is told when it has been answered. */
    CallRecord note(RoutingContext routing) {
        CallRecord note = new CallRecord(routing.request(), RequestOrigin.of(routing.request()), clock.instant());
        routing.addEndHandler(answered -> ended(
                note,
                answered.succeeded()
                        ? note.ended(routing.response().getStatusCode(), routing.get(ProblemMappers.CODE))
                        : note.begun()));
        return note;
    }
}
