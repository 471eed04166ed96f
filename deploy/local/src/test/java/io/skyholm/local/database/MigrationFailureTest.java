package io.skyholm.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.flywaydb.core.api.FlywayException;
import org.junit.jupiter.api.Test;

class MigrationFailureTest {

    @Test
    void aDatabaseThatWentAwayIsNoReasonForAReset() {
        for (String state : new String[] {"08001", "08006", "57P01"}) {
            SQLException gone = new SQLException("connection refused", state);
            for (Exception failure : new Exception[] {gone, new FlywayException("unable to connect", gone)}) {
                assertThat(Migrations.problem("compute", failure))
                        .hasMessageContainingAll("compute", "./skyholm logs postgres")
                        .message()
                        .doesNotContain("reset");
            }
        }
    }

    @Test
    void aScriptThatIsWrongIsToBeMended() {
        for (Exception failure : new Exception[] {
            new SQLException("syntax error", "42601"), new SQLException("no state"), new FlywayException("checksum")
        }) {
            assertThat(Migrations.problem("compute", failure)).hasMessageContaining("mend the migration");
        }
    }
}
