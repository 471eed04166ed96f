package io.skyholm.runtime.outbox;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Sql;
import org.junit.jupiter.api.Test;

/** The relay gets on while nothing is told, or what services write besides would stay in the write-ahead log, and look like a relay that is held up. */
@QuarkusTest
class RelayHeartbeatTest {

    private static final Sql SQL = Sql.asSuperuser("support");

    @Test
    void theRelayPassesByWhatIsNoEvent() {
        for (int heartbeat = 0; heartbeat < 2; heartbeat++) {
            SQL.change("insert into note_tally (name, times) values (gen_random_uuid(), 1)");
            Object written = SQL.value("select pg_current_wal_lsn()::text");
            Eventually.holds("the relay is past " + written, () -> isPast(written));
        }
    }

    private static boolean isPast(Object written) {
        return SQL.number(
                        "select count(*) from pg_replication_slots where active and slot_name like 'skyholm\\_outbox%' and confirmed_flush_lsn >= ?::pg_lsn",
                        written)
                > 0;
    }
}
