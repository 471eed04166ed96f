package io.skyholm.identity.serviceaccount;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemBody;
import io.skyholm.runtime.problem.ProblemKind;
import java.util.Locale;

/** A refusal as programs of OAuth read it, within a problem like all others. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TokenProblem(
        @JsonUnwrapped ProblemBody problem,
        String error,
        @JsonProperty("error_description") String description) {

    static TokenProblem of(TokenRefusal refusal, String requestId) {
        ProblemKind kind = refusal.status() == 401 ? ProblemKind.UNAUTHENTICATED : ProblemKind.MALFORMED;
        Problem problem = Problem.of(kind, refusal.error().toUpperCase(Locale.ROOT), refusal.detail());
        return new TokenProblem(problem.body(requestId), refusal.error(), refusal.detail());
    }
}
