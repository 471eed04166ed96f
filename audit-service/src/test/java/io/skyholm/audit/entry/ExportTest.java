package io.skyholm.audit.entry;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.Entry;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Happened;
import io.skyholm.audit.chain.Occurrence;
import io.skyholm.audit.digest.Digests;
import io.skyholm.events.EventHeader;
import io.skyholm.events.access.BuiltInRole;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.answers.RecordedFiles;
import io.skyholm.runtime.testing.fixtures.Chains;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Entries leave as files, whole and in their order. */
@QuarkusTest
class ExportTest {

    private static final String EXPORT = "GET /v1/audit-entries/export";

    @Inject
    Digests digests;

    @Inject
    TenantTransaction transactions;

    @Inject
    Recorder recorder;

    private final UUID tenant = UUID.randomUUID();

    @Test
    void chainIsExportedOldestFirstWithItsDigests() {
        record(2_345);
        Chains.outcomeOf(digests::signHeads);
        Response export = export(Reader.ADMIN, Map.of("chainId", tenant, "digests", true));
        export.then().statusCode(200).contentType(startsWith("application/x-ndjson"));
        RecordedFiles.add(EXPORT, export);
        List<Object> lines = lines(export);
        assertThat(lines).hasSize(2_346);
        for (int place = 0; place < 2_345; place++) {
            Entry entry = (Entry) lines.get(place);
            assertThat(entry.sequence()).isEqualTo(place + 1);
            assertThat(Chain.hashOf(entry)).isEqualTo(entry.hash());
        }
        assertThat(lines.getLast()).isInstanceOfSatisfying(Digest.class, digest -> assertThat(digest.sequence())
                .isEqualTo(2_345));
    }

    @Test
    void exportHoldsWhatTheReaderSeesAndTheFilterLetsThrough() {
        record(2);
        SampleEvent foreign = SampleEvent.of(UUID.randomUUID());
        SampleEvent.tell(foreign);
        Reader.written(foreign.id());
        assertThat(lines(export(Reader.ADMIN, Map.of("correlationId", foreign.header(EventHeader.CORRELATION_ID)))))
                .singleElement()
                .isInstanceOfSatisfying(
                        Entry.class, entry -> assertThat(entry.what().id()).isEqualTo(foreign.id()));
        assertThat(export(Reader.ADMIN, Map.of("tenantId", UUID.randomUUID())).asString())
                .isEmpty();
        Reader reader = Reader.in(tenant, BuiltInRole.TENANT_ADMIN);
        assertThat(lines(export(reader, Map.of()))).hasSize(2);
        assertThat(export(reader, Map.of("tenantId", foreign.header(EventHeader.SUBJECT)))
                        .asString())
                .isEmpty();
    }

    @Test
    void spreadsheetGetsALineForEachEntryAndNoDigests() {
        record(3);
        Response export = export(Reader.ADMIN, Map.of("tenantId", tenant, "format", "csv"));
        export.then().statusCode(200).contentType(startsWith("text/csv"));
        RecordedFiles.add(EXPORT, export);
        assertThat(export.asString().split("\r\n", -1)).hasSize(5);
        assertThat(export.asString()).startsWith(CsvLine.HEADER);
        export(Reader.ADMIN, Map.of("digests", "true", "format", "csv"))
                .then()
                .statusCode(422)
                .body("code", equalTo("INVALID"))
                .body("errors.field", hasItem("digests"));
        assertThat(statusOf("text/csv")).isEqualTo(200);
        assertThat(statusOf("application/json")).isEqualTo(406);
    }

    private int statusOf(String accept) {
        return given().auth()
                .oauth2(Reader.ADMIN.token())
                .header("Accept", accept)
                .get("/v1/audit-entries/export?tenantId=" + tenant)
                .statusCode();
    }

    private static Response export(Reader reader, Map<String, ?> parameters) {
        return given().auth().oauth2(reader.token()).queryParams(parameters).get("/v1/audit-entries/export");
    }

    private static List<Object> lines(Response export) {
        return export.asString().lines().map(ExportedLine::read).toList();
    }

    private void record(int howMany) {
        List<Occurrence> happened =
                Stream.generate(() -> Happened.to(tenant)).limit(howMany).toList();
        Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> recorder.record(work, happened)));
    }
}
