package io.skyholm.audit.head;

import static io.skyholm.audit.Reader.ADMIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.lessThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.digest.Digests;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whoever changes what is recorded is found out, even with all rights in the database. */
@QuarkusTest
class ChainVerificationTest {

    private static final String UNSEEN = "set local session_replication_role = replica; ";

    @Inject
    Digests digests;

    private final UUID tenant = UUID.randomUUID();
    private final List<SampleEvent> events =
            Stream.generate(() -> SampleEvent.of(tenant)).limit(5).toList();

    @BeforeEach
    void fiveThingsHappen() {
        SampleEvent.tell(events.toArray(SampleEvent[]::new));
        events.forEach(event -> Reader.written(event.id()));
    }

    @Test
    void untouchedChainIsWholeFromWhereverItIsLookedAt() {
        Chains.outcomeOf(digests::signHeads);
        ADMIN.verification(tenant)
                .then()
                .statusCode(200)
                .body("chainId", equalTo(tenant.toString()))
                .body("verified", equalTo(true))
                .body("entries", equalTo(5))
                .body("digestsChecked", equalTo(1))
                .body("firstBad", nullValue())
                .body("nextSequence", nullValue());
        change("update audit_entry set action = 'NOTHING' where chain_id = ? and sequence = 2");
        ADMIN.get("/v1/audit-chains/" + tenant + "/verification?fromSequence=4")
                .then()
                .body("verified", equalTo(true))
                .body("fromSequence", equalTo(4))
                .body("entries", equalTo(2));
        ADMIN.get("/v1/audit-chains/" + tenant + "/verification?fromSequence=6")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("fromSequence"));
    }

    @Test
    void flippedByteIsNamed() {
        change("update audit_entry set details = replace(details, 'Acme', 'Acmf') where chain_id = ? and sequence = 3");
        bad(3, "its content is not what was hashed");
    }

    @Test
    void whoWalksAChainInPortionsFindsAnOldEntryThatWasChanged() {
        assertThat(walked(2)).isEmpty();
        change("update audit_entry set details = replace(details, 'Acme', 'Acmf') where chain_id = ? and sequence = 3");
        assertThat(walked(2)).contains(3);
        assertThat(walked(1)).contains(3);
        ADMIN.get("/v1/audit-chains/" + tenant + "/verification?limit=0")
                .then()
                .statusCode(422)
                .body("errors.field", hasItem("limit"));
    }

    /** The first bad entry that somebody meets who goes on for as long as they are told to; none looks at more than the limit. */
    private Optional<Integer> walked(int limit) {
        Integer from = 1;
        while (from != null) {
            JsonPath seen = ADMIN.get("/v1/audit-chains/" + tenant
                            + "/verification?limit=%d&fromSequence=%d".formatted(limit, from))
                    .then()
                    .statusCode(200)
                    .body("fromSequence", equalTo(from), "entries", lessThanOrEqualTo(limit))
                    .extract()
                    .jsonPath();
            if (!seen.getBoolean("verified")) {
                return Optional.of(seen.getInt("firstBad.sequence"));
            }
            from = seen.get("nextSequence");
        }
        return Optional.empty();
    }

    @Test
    void chainThatWasCutOffWithItsHeadDisagreesWithItsDigest() {
        Chains.outcomeOf(digests::signHeads);
        change("delete from audit_entry where chain_id = ? and sequence > 3");
        change("""
                update audit_chain set sequence = 3,
                    hash = (select hash from audit_entry where chain_id = audit_chain.chain_id and sequence = 3)
                where chain_id = ?""");
        bad(4, "a digest was signed of entry 5");
    }

    @Test
    void tenantSeesItsOwnChainAndDigestsOnly() {
        SampleEvent foreign = SampleEvent.of(UUID.randomUUID());
        SampleEvent.tell(foreign);
        Reader.written(foreign.id());
        Chains.outcomeOf(digests::signHeads);
        Reader reader = Reader.in(tenant, BuiltInRole.TENANT_ADMIN);
        reader.get("/v1/audit-chains")
                .then()
                .body("items.id", contains(tenant.toString()))
                .body("items.sequence", contains(5));
        reader.get("/v1/audit-digests").then().body("items.chainId", contains(tenant.toString()));
        reader.get("/v1/audit-digests/keys").then().statusCode(200).body("[0].publicKey", containsString("PUBLIC KEY"));
        reader.get("/v1/audit-archives").then().statusCode(200).body("items", equalTo(List.of()));
    }

    private void change(String statement) {
        Sql.asSuperuser("audit").change(UNSEEN + statement, tenant);
    }

    private void bad(int sequence, String reason) {
        ADMIN.verification(tenant)
                .then()
                .statusCode(200)
                .body("verified", equalTo(false))
                .body("firstBad.sequence", equalTo(sequence))
                .body("firstBad.reason", containsString(reason));
    }
}
