package io.skyholm.runtime.record;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.sample.NoteMood;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

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
        Selects selects = new Selects(ownConnections());
        selects.add(select);
        selects.compare(new StartupEvent());
    }

    /** Not those of the service's pool: other tests end every connection, also one that waits there. */
    private static DataSource ownConnections() {
        Config config = ConfigProvider.getConfig();
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(config.getValue("quarkus.datasource.jdbc.url", String.class));
        source.setUser(config.getValue("quarkus.datasource.username", String.class));
        source.setPassword(config.getValue("quarkus.datasource.password", String.class));
        return source;
    }
}
