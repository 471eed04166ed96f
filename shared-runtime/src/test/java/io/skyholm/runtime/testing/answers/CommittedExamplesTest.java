package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class CommittedExamplesTest {

    @Test
    void answerOfAnotherCallIsFound() throws Exception {
        assertThat(CommittedExamples.contradiction(example("Acme", "Umbrella"))).contains("name");
    }

    @Test
    void answerToWhatWasAskedIsGood() throws Exception {
        assertThat(CommittedExamples.contradiction(example("Acme", "Acme"))).isEmpty();
    }

    private static ObjectNode example(String asked, String answered) throws Exception {
        return (ObjectNode) new ObjectMapper().readTree("""
                {"request": {"name": "%s", "password": "only asked"}, "answer": {"id": 7, "name": "%s"}}""".formatted(asked, answered));
    }
}
