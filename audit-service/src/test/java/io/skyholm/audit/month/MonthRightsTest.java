package io.skyholm.audit.month;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.skyholm.runtime.testing.fixtures.Sql;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What the service's own role may not do with the months of entries. It starts no service: tests that do come first, so
 * this one finds the months that the service has made.
 */
class MonthRightsTest {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM");

    private final String thisMonth =
            "audit_entry_" + YearMonth.now(ZoneOffset.UTC).format(SUFFIX);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select * from %s",
                "update %s set action = 'NOTHING'",
                "delete from %s",
                "truncate %s",
                "drop table %s",
                "insert into %s (position) values (1)"
            })
    void serviceMayNotTouchAMonth(String statement) {
        assertThatThrownBy(() -> Sql.asService("audit").change(statement.formatted(thisMonth)))
                .hasMessageMatching("(?s).*(permission denied|must be owner).*");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select audit_drop_month(date_trunc('month', now())::date)",
                "select audit_drop_month('2001-02-03')",
                "select audit_drop_month('2001-02-01')"
            })
    void monthThatIsNotArchivedIsNotDropped(String statement) {
        assertThatThrownBy(() -> Sql.asService("audit").rows(statement))
                .hasMessageMatching("(?s).*(is not the first day of a month that is over|is in no archive).*");
    }
}
