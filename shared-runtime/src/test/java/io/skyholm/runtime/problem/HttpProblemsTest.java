package io.skyholm.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.WebApplicationException;
import org.jboss.resteasy.reactive.ClientWebApplicationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HttpProblemsTest {

    @ParameterizedTest
    @EnumSource(ProblemKind.class)
    void everyStatusHasItsKindAndWords(ProblemKind kind) {
        Problem problem = HttpProblems.of(new WebApplicationException(kind.status()));
        assertThat(problem.code()).isEqualTo(kind.name());
        assertThat(problem.detail()).isNotEmpty();
    }

    @Test
    void whatAnotherServerRefusedUsIsNoRefusalOfOurCaller() {
        assertThat(HttpProblems.of(new ClientWebApplicationException(409)).code())
                .isEqualTo("INTERNAL");
    }

    @Test
    void anUnusualRefusalIsTheRequestsFault() {
        assertThat(HttpProblems.of(new WebApplicationException(418)).code()).isEqualTo("MALFORMED");
    }

    @Test
    void anUnusualFailureIsOurs() {
        assertThat(HttpProblems.of(new WebApplicationException(599)).code()).isEqualTo("INTERNAL");
    }
}
