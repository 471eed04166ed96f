package io.skyholm.runtime.testing.answers;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.testing.api.OpenApiDocument;
import org.junit.jupiter.api.Test;

/**
 * Fails naming what the service answered to any test of the module and its document does not say, and what the document
 * says and no test has seen. Not a {@code @QuarkusTest}: Quarkus orders those first, so this one comes when all is answered.
 */
public abstract class EveryAnswerIsDocumented {

    private final DocumentedAnswers answers =
            new DocumentedAnswers(OpenApiDocument.committed(OpenApiDocument.COMMITTED)).with(RecordedAnswers.all());

    @Test
    void andIsAsItsOperationSays() {
        assertThat(answers.complaints())
                .as("answers that are not as documented")
                .isEmpty();
    }

    @Test
    void andSoIsEachEventOfAStream() {
        assertThat(new StreamedEvents(OpenApiDocument.committed(OpenApiDocument.COMMITTED))
                        .complaints(RecordedEvents.all()))
                .as("events that are not as documented")
                .isEmpty();
    }

    /** Examples are of passing tests: {@code -Dskyholm.regenerate=true} takes them from the tests of the module that have just run. */
    @Test
    void andItsExamplesAreAsTheirSchemasSay() {
        if (Boolean.getBoolean("skyholm.regenerate")) {
            CommittedExamples.read().complete(answers);
        }
        assertThat(CommittedExamples.read().faults(answers))
                .as("examples of requests and answers that are missing or wrong")
                .isEmpty();
    }

    /** What problems say is of passing tests, too. */
    @Test
    void andItsProblemsSayWhatTestsGot() {
        CommittedProblems committed = CommittedProblems.of(OpenApiDocument.committed(OpenApiDocument.COMMITTED));
        if (Boolean.getBoolean("skyholm.regenerate")) {
            committed = committed.completed(answers.problems());
            committed.write();
        }
        assertThat(committed.faults(answers.problems()))
                .as("details of problems that are missing or wrong")
                .isEmpty();
    }

    @Test
    void andEachDocumentedStatusWasAnswered() {
        assertThat(answers.unseen())
                .as("pairs of operation and status that no test produced")
                .isEmpty();
    }
}
