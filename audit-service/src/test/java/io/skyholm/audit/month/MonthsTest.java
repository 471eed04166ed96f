package io.skyholm.audit.month;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.junit.jupiter.api.Test;

/** Months are there before they begin, and belong to nobody who could change them. */
@QuarkusTest
class MonthsTest {

    private static final DateTimeFormatter SUFFIX = DateTimeFormatter.ofPattern("yyyy_MM");

    @Inject
    Months months;

    @Test
    void thisMonthAndThreeMoreAreThereAndOneThatIsMissingIsMade() {
        Chains.outcomeOf(months::look);
        Chains.outcomeOf(months::look);
        for (int ahead = 0; ahead <= 3; ahead++) {
            assertThat(exists(nameIn(ahead))).as(nameIn(ahead)).isTrue();
        }
        assertThat(months.hasStrays()).isFalse();
        given().get("/q/health/well").then().statusCode(200);
        Sql.asSuperuser("audit").change("drop table " + nameIn(3));
        Chains.outcomeOf(months::look);
        assertThat(exists(nameIn(3))).isTrue();
    }

    private static String nameIn(int months) {
        return "audit_entry_" + YearMonth.now(ZoneOffset.UTC).plusMonths(months).format(SUFFIX);
    }

    private static boolean exists(String table) {
        return Sql.asSuperuser("audit").number("select count(*) from pg_class where relname = ?", table) == 1;
    }
}
