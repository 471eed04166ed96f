package io.skyholm.runtime.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.sample.NoteMood;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service selects is compared with its database before it serves anybody. */
@QuarkusTest
class SelectsTest {

    record Shown(
            UUID id,
            long generation,
            String title,
            NoteMood mood,
            @Nullable Integer stars,
            Instant createdAt) {}

    record Renamed(UUID id, String heading) {}

    record Mistyped(UUID id, UUID title) {}

    @Inject
    AgroalDataSource database;

    /** Other tests end every connection, also those that wait in the pool. */
    @BeforeEach
    void takeNewConnections() {
        database.flush(AgroalDataSource.FlushMode.ALL);
    }

    @Test
    void whatTheTableHasIsFine() {
        assertThatCode(() -> started(Select.of(Shown.class, "note"))).doesNotThrowAnyException();
    }

    @Test
    void anExpressionStandsForWhatTheTableDoesNotHave() {
        assertThatCode(() -> started(Select.of(Renamed.class, "note").with("heading", "upper(title)")))
                .doesNotThrowAnyException();
    }

    @Test
    void aColumnThatIsNotThereStopsTheStart() {
        assertThatThrownBy(() -> started(Select.of(Renamed.class, "note"))).hasMessageContaining("heading");
    }

    @Test
    void aColumnOfAnotherTypeStopsTheStart() {
        assertThatThrownBy(() -> started(Select.of(Mistyped.class, "note"))).hasMessageContaining("title is text");
    }

    private void started(Select<?> select) throws Exception {
        Selects selects = new Selects(database);
        selects.add(select);
        selects.compare(new StartupEvent());
    }
}
