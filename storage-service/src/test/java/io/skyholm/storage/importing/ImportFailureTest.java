package io.skyholm.storage.importing;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.runtime.problem.Problem;
import io.skyholm.runtime.problem.ProblemKind;
import io.skyholm.storage.source.SourceAwayException;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What follows when bytes cannot be fetched. */
class ImportFailureTest {

    @Test
    void sourceThatIsAwayIsAskedLessAndLessOftenAndAtLastNotAnyMore() {
        SourceAwayException away = new SourceAwayException("The source answered 503");
        assertThat(ImportFailure.of(away, 1)).isEqualTo(new ImportFailure.Again(Duration.ofSeconds(2)));
        assertThat(ImportFailure.of(away, 4)).isEqualTo(new ImportFailure.Again(Duration.ofSeconds(16)));
        assertThat(ImportFailure.of(away, 9)).isEqualTo(new ImportFailure.Again(Duration.ofSeconds(64)));
        assertThat(ImportFailure.of(away, 10)).isEqualTo(new ImportFailure.Final("The source answered 503"));
    }

    @Test
    void whatAnotherReplicaOrTheStoreKeepsFromGoingOnPasses() {
        Problem busy = Problem.of(ProblemKind.CONFLICT, "UPLOAD_BUSY", "Another sends");
        Problem away = Problem.unavailable("The object store is away", Duration.ofSeconds(5));
        assertThat(ImportFailure.of(busy, 50)).isInstanceOf(ImportFailure.Again.class);
        assertThat(ImportFailure.of(away, 50)).isInstanceOf(ImportFailure.Again.class);
    }

    @Test
    void whatTheTenantCannotHaveIsFinalAndWhatNobodyExpectedIsOurs() {
        Problem none = Problem.invalid("sourceUrl", "leads to what is no URL");
        assertThat(ImportFailure.of(none, 1)).isEqualTo(new ImportFailure.Final("sourceUrl leads to what is no URL"));
        assertThat(ImportFailure.of(new IOException("database"), 1)).isEqualTo(new ImportFailure.Ours());
    }
}
