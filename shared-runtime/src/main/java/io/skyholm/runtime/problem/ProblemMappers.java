package io.skyholm.runtime.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.hibernate.StaleStateException;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;
import org.jspecify.annotations.Nullable;

/** Turns every failure into a problem: none leaves a service as a stack trace. */
public class ProblemMappers {

    /** Under which a request's routing context holds the code of the problem that it met. */
    public static final String CODE = "skyholm.problem";

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final CurrentVertxRequest routing;

    ProblemMappers(CurrentVertxRequest routing) {
        this.routing = routing;
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException refusal) {
        if (refusal instanceof Problem problem) {
            return answer(problem);
        }
        if (refusal.getCause() instanceof JsonProcessingException unreadable) {
            return answer(JsonProblems.of(unreadable));
        }
        if (refusal instanceof ClientWebApplicationException) {
            LOG.error("Another server answered what nobody expected", refusal);
        }
        return answer(HttpProblems.of(refusal));
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException violations) {
        return answer(Violations.toProblem(violations));
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException unreadable) {
        return answer(JsonProblems.of(unreadable));
    }

    /** Quarkus answers exactly this one by itself, and not with a problem, unless it is taken from it. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException mismatch) {
        return answer(JsonProblems.of(mismatch));
    }

    @ServerExceptionMapper
    Response changedMeanwhile(StaleStateException stale) {
        return answer(Problem.of(
                ProblemKind.CONFLICT, "Somebody changed it at the same moment; read it again and try again"));
    }

    @ServerExceptionMapper
    Response failed(Throwable failure, HttpServerRequest request) {
        if (DatabaseProblems.isAway(failure)) {
            LOG.warnf("%s %s: the database is away: %s", request.method(), request.path(), failure.getMessage());
            return answer(Problem.unavailable("The database is away for a moment; try again", Duration.ofSeconds(2)));
        }
        if (DatabaseProblems.isOfTheMoment(failure)) {
            LOG.warnf("%s %s: %s", request.method(), request.path(), failure.getMessage());
            return answer(
                    Problem.unavailable("Others change the same at this moment; try again", Duration.ofSeconds(1)));
        }
        if (DatabaseProblems.isOutsideProject(failure)) {
            return answer(Problem.forbidden("You may do this within your project only: for one of its members"));
        }
        LOG.errorf(failure, "%s %s failed", request.method(), request.path());
        return answer(
                Problem.of(ProblemKind.INTERNAL, "This is our fault, and it has been noted under the request id"));
    }

    private Response answer(Problem problem) {
        routing.getCurrent().put(CODE, problem.code());
        Response.ResponseBuilder answer = Response.status(problem.getResponse().getStatus())
                .type(ProblemBody.MEDIA_TYPE)
                .entity(problem.body(requestId()));
        Duration retryAfter = problem.retryAfter();
        if (retryAfter != null) {
            answer.header(HttpHeaders.RETRY_AFTER, retryAfter.toSeconds());
        }
        if (problem.getResponse().getStatus() == ProblemKind.UNAUTHENTICATED.status()) {
            answer.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        return answer.build();
    }

    private static @Nullable String requestId() {
        return MDC.get("requestId") instanceof String id ? id : null;
    }
}
