package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written stays as it was written, even if the service wanted otherwise. */
@QuarkusTest
class AppendOnlyTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update audit_entry set action = 'NOTHING'",
                "delete from audit_entry",
                "truncate audit_entry",
                "alter table audit_entry disable row level security",
                "alter table audit_entry disable trigger all",
                "drop table audit_entry",
                "delete from audit_chain",
                "truncate audit_chain",
                "update audit_digest set hash = ''",
                "delete from audit_digest",
                "update audit_key set public_key = ''",
                "delete from audit_archive",
                "drop function audit_drop_month"
            })
    void serviceMayNotTouchWhatIsWritten(String statement) {
        UUID tenant = UUID.randomUUID();
        SampleEvent event = SampleEvent.of(tenant);
        SampleEvent.tell(event);
        Reader.written(event.id());
        assertThatThrownBy(() -> Sql.asService("audit").ofTenant(tenant).change(statement))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"update audit_entry set action = 'NOTHING' where id = ?", "delete from audit_entry where id = ?"
            })
    void whoMayStumblesFirst(String statement) {
        SampleEvent event = SampleEvent.of(UUID.randomUUID());
        SampleEvent.tell(event);
        Reader.written(event.id());
        assertThatThrownBy(() -> Sql.asSuperuser("audit").change(statement, event.id()))
                .hasMessageContaining("an audit entry is never changed");
    }
}
