package io.skyholm.runtime.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonProblemsTest {

    private static final ObjectMapper MAPPER = new ObjectMapper().registerModule(new JavaTimeModule());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {"id": "x"}              | id          | must be a UUID
                    {"many": "x"}            | many        | must be a whole number of at most 2147483647
                    {"many": 99999999999}    | many        | cannot be read
                    {"when": "yesterday"}    | when        | must be a time such as 2026-01-31T12:00:00Z
                    {"mood": "ANGRY"}        | mood        | must be one of [CALM, URGENT]
                    {"names": "x"}           | names       | must be a list
                    {"inner": {"many": "x"}} | inner.many  | must be a whole number of at most 2147483647
                    {"others": [{"id": 1}]}  | others.0.id | must be a UUID
                    {"nothing": 1}           | nothing     | is not a field here
                    []                       | body        | must be an object""")
    void theFieldIsNamedAndWhatItMustBe(String json, String field, String message) {
        assertThat(problem(json).body(null).errors()).containsExactly(new FieldProblem(field, message));
    }

    @Test
    void whatIsNoJsonIsShownWhereItBreaks() {
        Problem problem = problem("{\"id\":\n  oops}");
        assertThat(problem.code()).isEqualTo("MALFORMED");
        assertThat(problem.detail()).contains("line 2");
    }

    private static Problem problem(String json) {
        return JsonProblems.of(
                catchThrowableOfType(JsonProcessingException.class, () -> MAPPER.readValue(json, Command.class)));
    }

    private record Command(
            UUID id, int many, Instant when, Mood mood, List<String> names, Command inner, List<Command> others) {}

    private enum Mood {
        CALM,
        URGENT
    }
}
