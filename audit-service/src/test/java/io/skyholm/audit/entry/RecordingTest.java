package io.skyholm.audit.entry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Crowd;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What comes together is recorded together, once, and whoever else records does not fork the chain. */
@QuarkusTest
class RecordingTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("audit");

    @Inject
    TenantTransaction transactions;

    @Inject
    Recorder recorder;

    private final UUID tenant = UUID.randomUUID();

    @Test
    void chainIsWholeWhenManyRecordAtOnce() {
        Crowd.of(8, writer -> {
            IntStream.range(0, 10).forEach(batch -> record(7));
            return writer;
        });
        verified(560);
        assertThat(EVERYTHING.number("select count(distinct position) from audit_entry where chain_id = ?", tenant))
                .isEqualTo(560);
        assertThat(EVERYTHING.number("""
                        select count(*) from (
                            select sequence, row_number() over (order by position) as place
                            from audit_entry where chain_id = ?) walked
                        where sequence <> place""", tenant)).isZero();
    }

    @Test
    void whatIsDeliveredAgainAndAgainIsRecordedOnce() {
        List<SampleEvent> events =
                Stream.generate(() -> SampleEvent.of(tenant)).limit(50).toList();
        for (int time = 0; time < 4; time++) {
            List<SampleEvent> shuffled = new ArrayList<>(events);
            Collections.shuffle(shuffled);
            SampleEvent.tell(shuffled.toArray(SampleEvent[]::new));
        }
        SampleEvent last = SampleEvent.of(tenant);
        SampleEvent.tell(last);
        Reader.written(last.id());
        verified(51);
    }

    @Test
    void aBatchWithOneThatCannotBeRecordedLosesNoOther() {
        SampleEvent before = SampleEvent.of(tenant);
        SampleEvent malformed = SampleEvent.of(tenant).saying("{\"name\":");
        SampleEvent behind = SampleEvent.of(tenant);
        SampleEvent.tell(before, malformed, behind);
        Reader.written(behind.id());
        Reader.written(before.id());
        verified(2);
    }

    @Test
    void oneAnswerVerifiesTenThousandEntriesAndSaysWhereToGoOn() {
        IntStream.range(0, 21).forEach(batch -> record(500));
        Reader.ADMIN
                .verification(tenant)
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("entries", equalTo(10_000))
                .body("nextSequence", equalTo(10_001));
        Reader.ADMIN
                .get("/v1/audit-chains/" + tenant + "/verification?fromSequence=10001")
                .then()
                .body("verified", equalTo(true))
                .body("entries", equalTo(500))
                .body("nextSequence", nullValue());
    }

    private void verified(int entries) {
        Reader.ADMIN
                .verification(tenant)
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("entries", equalTo(entries));
    }

    private void record(int howMany) {
        List<Occurrence> happened =
                Stream.generate(() -> Happened.to(tenant)).limit(howMany).toList();
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> recorder.record(work, happened)));
    }
}
