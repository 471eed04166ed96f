package io.skyholm.system.disks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.system.suite.Api;
import io.skyholm.system.suite.DataDisks;
import io.skyholm.system.suite.RunningSuite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.junit.jupiter.api.Test;

/** An encrypted disk is opened by one key, which is changed though storage and the agent are killed. */
class ADiskIsEncryptedJourney {

    private static final int MIB = 1 << 20;
    private static final int HEADER = 4 * MIB;
    private static final byte[] LUKS = {'L', 'U', 'K', 'S', (byte) 0xba, (byte) 0xbe, 0, 1};

    private final DataDisks disks = DataDisks.ofSomebody();
    private final Api api = disks.owner();

    @Test
    void itsKeyIsChangedItIsRolledBackAndCopiedThoughStorageAndTheAgentAreKilled() throws IOException {
        String disk = disks.make(Map.of("encrypted", true));
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        Path folder = disks.folderOf(disk);
        Path file = fileOf(folder, disk);
        assertThat(disk(disk).path("encryptionKeyVersion").asInt()).isEqualTo(1);
        assertThat(Files.size(file)).isEqualTo((1L << 30) + HEADER);
        assertThat(header(file)).startsWith(LUKS);
        DataDisks.write(file, 1, 700 * MIB);
        long bytes = checksum(file);

        String snapshot = api.post("/v1/disks/" + disk + "/snapshots", Map.of("name", "before"))
                .expecting(201)
                .text("id");
        disks.isIn("/v1/snapshots/" + snapshot, "AVAILABLE");
        byte[] before = header(file);
        for (int version = 2; version < 5; version++) {
            api.post("/v1/disks/" + disk + "/rotate-key", Map.of()).expecting(200);
            RunningSuite.crash(version % 2 == 0 ? "host-agent" : "storage");
            disks.isIn("/v1/disks/" + disk, "AVAILABLE");
            assertThat(disk(disk).path("encryptionKeyVersion").asInt()).isEqualTo(version);
            assertThat(disk(disk).path("keyRotatedAt").asText()).isNotEmpty();
        }
        assertThat(header(file)).startsWith(LUKS).isNotEqualTo(before);
        assertThat(checksum(file)).isEqualTo(bytes);

        DataDisks.write(file, 2, 700 * MIB);
        api.post("/v1/disks/" + disk + "/rollback", Map.of("snapshotId", snapshot))
                .expecting(200);
        RunningSuite.crash("host-agent");
        RunningSuite.crash("storage");
        disks.isIn("/v1/disks/" + disk, "AVAILABLE");
        assertThat(checksum(file)).isEqualTo(bytes);
        assertThat(header(file)).as("the key of today opens what is of before").isNotEqualTo(before);

        String copy = disks.make(Map.of("sourceSnapshotId", snapshot));
        RunningSuite.crash("host-agent");
        disks.isIn("/v1/disks/" + copy, "AVAILABLE");
        assertThat(disk(copy).path("encrypted").asBoolean()).isTrue();
        assertThat(checksum(fileOf(folder, copy))).isEqualTo(bytes);

        api.delete("/v1/snapshots/" + snapshot).expecting(200);
        disks.isIn("/v1/snapshots/" + snapshot, "DELETED");
        List.of(disk, copy)
                .forEach(one -> api.delete("/v1/disks/" + one + "?now=true").expecting(200));
        List.of(disk, copy).forEach(one -> disks.isIn("/v1/disks/" + one, "DELETED"));
        assertThat(left(folder, disk, snapshot, copy)).isEmpty();
    }

    private JsonNode disk(String id) {
        return api.get("/v1/disks/" + id).body();
    }

    private static Path fileOf(Path folder, String disk) {
        return folder.resolve(disk + ".raw.luks");
    }

    private static byte[] header(Path file) throws IOException {
        byte[] header = new byte[HEADER];
        try (RandomAccessFile open = new RandomAccessFile(file.toFile(), "r")) {
            open.readFully(header);
        }
        return header;
    }

    /** Of all that is behind the header. */
    private static long checksum(Path file) throws IOException {
        CRC32 checksum = new CRC32();
        try (CheckedInputStream bytes = new CheckedInputStream(Files.newInputStream(file), checksum)) {
            bytes.skipNBytes(HEADER);
            checksum.reset();
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return checksum.getValue();
    }

    private static List<Path> left(Path folder, String... ids) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Stream.of(ids)
                            .anyMatch(id -> file.getFileName().toString().startsWith(id)))
                    .toList();
        }
    }
}
