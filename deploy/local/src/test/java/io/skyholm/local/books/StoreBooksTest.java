package io.skyholm.local.books;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.database.Databases;
import io.skyholm.local.home.Site;
import io.skyholm.local.libvirt.GuestListing;
import io.skyholm.local.libvirt.RealHosts;
import io.skyholm.local.store.KeptObject;
import io.skyholm.local.store.ObjectFolder;
import io.skyholm.local.store.ObjectStore;
import io.skyholm.local.store.StoreContents;
import io.skyholm.local.suite.TestPlatform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two folders, of which the newer is that of the hosts, and a server that fails or has what nobody finished. */
class StoreBooksTest {
    private final Instant longAgo = Instant.now().minus(Duration.ofHours(1));

    private final Site site = TestPlatform.with("postgres", "kafka").suite().site();
    private final Path folder;
    private StoreContents elsewhere = new StoreContents(List.of(), List.of());
    private boolean isAway;

    StoreBooksTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void makeTables() throws SQLException {
        execute("""
                create table storage.stored_object (id uuid, size_bytes bigint, status text, file_server_id text);
                create table storage.object_part (object_id uuid, size_bytes bigint)""");
    }

    @AfterEach
    void dropTables() throws SQLException {
        execute("drop table storage.stored_object, storage.object_part");
    }

    @Test
    void whatIsStoredLiesWholeInItsOwnStore() throws Exception {
        UUID whole = row("STORED", "new", 6);
        UUID older = row("STORED", "older", 6);
        UUID missing = row("STORED", "older", 7);
        UUID half = row("STORED", "new", 6);
        UUID homeless = row("STORED", "tape", 6);
        keep("new/sealed", whole, "Debian");
        keep("older/sealed", older, "Debian");
        keep("new/sealed", missing, "of nobo");
        keep("new/receiving", half, "Debian");
        assertThat(once("stores-kept").differences())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains(missing.toString(), "size_bytes=7", "is not there"),
                        line -> assertThat(line).contains(half.toString(), "is not whole"),
                        line -> assertThat(line).contains(homeless.toString(), "its store is not configured"));
        assertThat(once("stores-owned").agrees()).isTrue();
    }

    @Test
    void ofWhatIsReceivedThereIsAsMuchAsIsWrittenDown() throws Exception {
        UUID begun = row("RECEIVING", "older", 100);
        UUID received = row("RECEIVING", "older", 100);
        UUID lost = row("RECEIVING", "older", 100);
        row("REMOVING", "older", 100);
        for (UUID id : List.of(received, lost)) {
            execute("insert into storage.object_part values ('%1$s', 4), ('%1$s', 2)".formatted(id));
        }
        keep("older/receiving", received, "Debian and more");
        keep("older/receiving", lost, "Deb");
        assertThat(once("stores-kept").differences())
                .singleElement()
                .asString()
                .contains(lost.toString(), "size_bytes=6", "kept=3")
                .doesNotContain(begun.toString());
    }

    @Test
    void whatIsOldAndNobodysIsNamedWithItsSize() throws Exception {
        UUID nobodys = UUID.randomUUID();
        UUID young = UUID.randomUUID();
        UUID removed = row("REMOVING", "older", 6);
        UUID copied = row("STORED", "older", 6);
        UUID misplaced = row("STORED", "new", 6);
        UUID twice = row("STORED", "older", 6);
        for (UUID id : List.of(nobodys, removed, copied, misplaced, twice)) {
            keep("older/sealed", id, "Debian");
        }
        keep("older/sealed", young, "Debian");
        Files.setLastModifiedTime(folder.resolve("older/sealed/" + young), FileTime.from(Instant.now()));
        keep("older/receiving", twice, "De");
        keep("new/sealed", copied, "Debian");
        keep("new/sealed", misplaced, "Debian");
        Files.setLastModifiedTime(
                Files.writeString(folder.resolve("older/sealed/notes"), "somebody's"), FileTime.from(longAgo));
        assertThat(once("stores-owned").differences())
                .satisfiesExactlyInAnyOrder(
                        line -> assertThat(line).contains(nobodys.toString(), "size_bytes=6", "is nobody's"),
                        line -> assertThat(line).contains("sealed/notes", "size_bytes=10", "is nobody's"),
                        line -> assertThat(line).contains("store=older", misplaced.toString(), "belongs to new"),
                        line -> assertThat(line).contains("receiving/" + twice, "size_bytes=2", "beside the whole"));
    }

    @Test
    void whatNobodyFinishedIsNamedUnlessItIsReceivedOrYoung() throws Exception {
        UUID received = row("RECEIVING", "server", 100);
        UUID forgotten = row("STORED", "server", 100);
        elsewhere = new StoreContents(
                List.of(),
                List.of(
                        unfinished(received, longAgo),
                        unfinished(forgotten, longAgo),
                        unfinished(UUID.randomUUID(), Instant.now())));
        assertThat(once("stores-uploads").differences())
                .singleElement()
                .asString()
                .contains("store=server", forgotten.toString(), "size_bytes=5");
    }

    @Test
    void aStoreThatCannotBeListedIsNamedAndNothingIsSaidOfWhatItHas() throws Exception {
        row("STORED", "server", 100);
        isAway = true;
        assertThat(once("stores-listed").differences())
                .singleElement()
                .asString()
                .contains("store=server", "nobody answers");
        assertThat(once("stores-kept").agrees()).isTrue();
    }

    private KeptObject unfinished(UUID object, Instant begun) {
        return new KeptObject("parts/" + object + "/a/000000?uploadId=2~x", object, 5, false, begun);
    }

    private Outcome once(String book) {
        List<ObjectStore> stores = List.of(
                new ObjectFolder("new", true, folder.resolve("new")),
                new ObjectFolder("older", false, folder.resolve("older")),
                new Server());
        return new BookCheck(site, Optional.empty(), stores, new GuestListing(new RealHosts(site)))
                .outcomes(Duration.ZERO).stream()
                        .filter(outcome -> outcome.comparison().name().equals(book))
                        .findFirst()
                        .orElseThrow();
    }

    private final class Server implements ObjectStore {
        @Override
        public String id() {
            return "server";
        }

        @Override
        public boolean isOfHosts() {
            return false;
        }

        @Override
        public StoreContents contents() throws IOException {
            if (isAway) {
                throw new IOException("nobody answers");
            }
            return elsewhere;
        }
    }

    private UUID row(String status, String store, long size) throws SQLException {
        UUID id = UUID.randomUUID();
        execute("insert into storage.stored_object values ('%s', %d, '%s', '%s')".formatted(id, size, status, store));
        return id;
    }

    private void keep(String where, UUID id, String bytes) throws IOException {
        Path object = Files.createDirectories(folder.resolve(where).resolve(id.toString()));
        Files.writeString(object.resolve("000000"), bytes);
        Files.setLastModifiedTime(object, FileTime.from(longAgo));
    }

    private void execute(String sql) throws SQLException {
        Databases databases = new Databases(site.ports().of("postgres"), site.secrets());
        try (Connection connection = databases.everything();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
