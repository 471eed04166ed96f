package io.skyholm.audit.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.quarkus.test.junit.QuarkusTest;
import io.skyholm.audit.AuditSettings;
import io.skyholm.audit.Reader;
import io.skyholm.audit.SampleEvent;
import io.skyholm.audit.chain.Chain;
import io.skyholm.audit.chain.Digest;
import io.skyholm.audit.chain.ExportedLine;
import io.skyholm.audit.chain.Head;
import io.skyholm.audit.digest.Digests;
import io.skyholm.runtime.tenant.Cause;
import io.skyholm.runtime.tenant.TenantTransaction;
import io.skyholm.runtime.testing.fixtures.Chains;
import io.skyholm.runtime.testing.fixtures.Sql;
import jakarta.inject.Inject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

/** A month past retention is in a file before it is nowhere else, whatever crashes on the way. */
@QuarkusTest
class ArchivesTest {

    private static final Sql EVERYTHING = Sql.asSuperuser("audit");
    private static final AtomicInteger NEXT = new AtomicInteger();

    @Inject
    Archives archives;

    @Inject
    AuditSettings settings;

    @Inject
    Digests digests;

    @Inject
    TenantTransaction transactions;

    private final OldMonth old = OldMonth.with(YearMonth.of(2001, 1).plusMonths(NEXT.getAndIncrement()), 5);

    @Test
    void monthPastRetentionIsInAFileOnlyAndItsChainIsVerifiedFromBehindIt() throws IOException {
        archive();
        assertThat(old.exists()).isFalse();
        List<Object> lines = lines();
        assertThat(lines.subList(0, 5)).isEqualTo(old.chain());
        assertThat(lines.get(5)).isInstanceOfSatisfying(Digest.class, digest -> assertThat(digest.hash())
                .isEqualTo(old.chain().getLast().hash()));
        Reader.ADMIN
                .get("/v1/audit-archives")
                .then()
                .statusCode(200)
                .body("items.month", hasItem(old.begins().toString()))
                .body("items.file", hasItem(file().getFileName().toString()));
        SampleEvent event = SampleEvent.of(old.tenant());
        SampleEvent.tell(event);
        Reader.written(event.id()).then().body("sequence", equalTo(6));
        Reader.ADMIN
                .verification(old.tenant())
                .then()
                .statusCode(200)
                .body("verified", equalTo(true))
                .body("fromSequence", equalTo(6))
                .body("entries", equalTo(1));
    }

    @Test
    void whoArchivesIsAloneHoweverLongItTakes() {
        String endsAfter = Chains.outcomeOf(() -> transactions.change(Cause.platform(), work -> work.value(
                        Boolean.class, Archives.ALONE)
                .invoke(alone -> assertThat(alone).contains(true))
                .chain(() -> archives.archiveDue())
                .chain(() -> work.value(String.class, "select current_setting('idle_in_transaction_session_timeout')"))
                .map(Optional::orElseThrow)));
        assertThat(endsAfter).isEqualTo("0");
        assertThat(old.exists()).as("the other has left the month alone").isTrue();
        archive();
        assertThat(old.exists()).isFalse();
    }

    @Test
    void crashBetweenFileAndRowIsGoneOnFrom() throws IOException {
        Files.createDirectories(settings.archive());
        Files.writeString(file(), "half a file");
        archive();
        assertThat(old.exists()).isFalse();
        assertThat(lines()).hasSize(6);
    }

    @Test
    void crashBetweenRowAndDropIsGoneOnFrom() throws IOException {
        ArchiveFile file = ArchiveFile.begin(settings.archive(), old.begins());
        ArchivedMonth month = file.finish(List.of());
        keep(month, 5);
        archive();
        assertThat(old.exists()).isFalse();
        assertThat(lines()).as("the file that was there already").isEmpty();
    }

    @Test
    void fileThatWasLostBeforeTheDropIsWrittenAgain() throws IOException {
        keep(new ArchivedMonth(old.begins(), ArchiveFile.nameOf(old.begins()), 5, "lost", 1L, 5L, List.of()), 5);
        archive();
        assertThat(old.exists()).isFalse();
        assertThat(lines()).hasSize(6);
    }

    @Test
    void monthWhoseFileHoldsLessIsNotDropped() {
        ArchivedMonth month =
                ArchiveFile.begin(settings.archive(), old.begins()).finish(List.of());
        keep(month, 4);
        assertThatThrownBy(this::archive).hasMessageContaining("has 5 entries, its archive 4");
        assertThat(old.exists()).isTrue();
        EVERYTHING.change("update audit_archive set entries = 5 where month = ?", old.begins());
        archive();
        assertThat(old.exists()).isFalse();
    }

    @Test
    void monthWhoseEndWasNotSignedIsNotDropped() {
        ArchivedMonth month =
                ArchiveFile.begin(settings.archive(), old.begins()).finish(List.of());
        keep(month, 5);
        EVERYTHING.change("delete from audit_digest where chain_id = ?", old.tenant());
        assertThatThrownBy(this::archive).hasMessageContaining("no signed digest");
        assertThat(old.exists()).isTrue();
        sign(end());
        archive();
        assertThat(old.exists()).isFalse();
    }

    @Test
    void monthThatWasWrittenAnewAfterItsEndWasSignedIsNotDropped() {
        sign(new Head(old.tenant(), old.tenant(), 5, Chain.BEGINNING));
        assertThatThrownBy(this::archive).hasMessageContaining("no signed digest");
        assertThat(old.exists()).isTrue();
        EVERYTHING.change("delete from audit_digest where chain_id = ?", old.tenant());
        sign(end());
        archive();
    }

    @Test
    void endOfWhatWasArchivedIsComparedWithWhatWasSigned() {
        archive();
        Reader.ADMIN.verification(old.tenant()).then().body("verified", equalTo(true));
        EVERYTHING.change("update audit_archived_chain set hash = ? where chain_id = ?", Chain.BEGINNING, old.tenant());
        Reader.ADMIN
                .verification(old.tenant())
                .then()
                .body("verified", equalTo(false))
                .body("firstBad.sequence", equalTo(5))
                .body("firstBad.reason", containsString("another hash"));
    }

    private Head end() {
        return Head.behind(old.chain().getLast());
    }

    private void sign(Head head) {
        Chains.outcomeOf(() -> digests.sign(List.of(head)));
    }

    private void archive() {
        Chains.outcomeOf(archives::archiveDue);
    }

    /** As the service does, with the end signed. */
    private void keep(ArchivedMonth month, int entries) {
        sign(end());
        EVERYTHING.change(
                "insert into audit_archive values (gen_random_uuid(), ?, ?, ?, ?, 1, 5, now(), null)",
                month.month(),
                month.file(),
                entries,
                month.sha256());
        EVERYTHING.change(
                "insert into audit_archived_chain values (?, ?, ?, ?, ?)",
                month.month(),
                old.tenant(),
                old.tenant(),
                end().sequence(),
                end().hash());
    }

    private Path file() {
        return settings.archive().resolve(ArchiveFile.nameOf(old.begins()));
    }

    private List<Object> lines() throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file())), StandardCharsets.UTF_8))) {
            return lines.lines().map(ExportedLine::read).toList();
        }
    }
}
