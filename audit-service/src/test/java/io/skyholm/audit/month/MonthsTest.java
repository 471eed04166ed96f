package io.skyholm.audit.month;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.Chains;
import io.skyholm.runtime.testing.Sql;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Months are there before they begin, and belong to nobody who could change them. */
@QuarkusTest
class MonthsTest {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM");

    @Inject
    Months months;

    @Test
    void thisMonthAndThreeMoreAreThere() {
        Chains.outcomeOf(months::look);
        Chains.outcomeOf(months::look);
        for (int ahead = 0; ahead <= 3; ahead++) {
            assertThat(exists(nameIn(ahead))).as(nameIn(ahead)).isTrue();
        }
        assertThat(months.hasStrays()).isFalse();
        given().get("/q/health/well").then().statusCode(200);
    }

    @Test
    void monthThatIsMissingIsMade() {
        Sql.asSuperuser("audit").change("drop table " + nameIn(3));
        Chains.outcomeOf(months::look);
        assertThat(exists(nameIn(3))).isTrue();
    }

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
        assertThatThrownBy(() -> Sql.asService("audit").change(statement.formatted(nameIn(0))))
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

    private static String nameIn(int months) {
        return "audit_entry_" + YearMonth.now(ZoneOffset.UTC).plusMonths(months).format(SUFFIX);
    }

    private static boolean exists(String table) {
        return Sql.asSuperuser("audit").number("select count(*) from pg_class where relname = ?", table) == 1;
    }
}
