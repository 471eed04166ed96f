package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;

/** A customer's data disks, and the files that they are on local hosts. */
public record DataDisks(Api operator, Api owner) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);
    private static final int WRITTEN = (3 << 20) + 1;

    /** Those of a new customer. */
    public static DataDisks ofSomebody() {
        Api operator = RunningSuite.as(RunningSuite.administrator());
        return new DataDisks(operator, Customer.join(operator).api());
    }

    /** Asks for a disk of a GiB, of what else is said. */
    public String make(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.putAll(Map.of("name", "orders", "edgeDataCenterId", dataCenter(), "diskType", "SSD", "sizeGb", 1));
        return owner.post("/v1/disks", body).expecting(201).text("id");
    }

    /** Each local host gets a pool once storage has heard of it. */
    private String dataCenter() {
        return Eventually.get(TIMEOUT, () -> {
            JsonNode pools = pools();
            return pools.isEmpty()
                    ? null
                    : pools.path(0).path("edgeDataCenterId").asText();
        });
    }

    /** The pools that disks of that kind come from. */
    public JsonNode pools() {
        return operator.get("/v1/storage-pools?diskType=SSD")
                .expecting(200)
                .body()
                .path("items");
    }

    /** The pool in which a disk is. */
    public JsonNode poolOf(String disk) {
        String pool = owner.get("/v1/disks/" + disk).expecting(200).text("storagePoolId");
        return operator.get("/v1/storage-pools/" + pool).expecting(200).body();
    }

    /** Waits until what stands at a path has that status. */
    public void isIn(String path, String status) {
        Eventually.until(TIMEOUT, () -> owner.get(path).text("status").equals(status));
    }

    /** The folder of a disk's pool on its host. */
    public Path folderOf(String disk) {
        String machine = poolOf(disk).path("computeMachineId").asText();
        String host = operator.get("/v1/machines/" + machine).expecting(200).text("hostname");
        return RunningSuite.disksOf(host);
    }

    /** The file that a disk is. */
    public Path fileOf(String disk) {
        return folderOf(disk).resolve(disk + ".raw");
    }

    /** Writes to a disk, as a guest would; the same for the same seed. */
    public static void write(Path disk, int seed, long at) throws IOException {
        byte[] bytes = new byte[WRITTEN];
        new Random(seed).nextBytes(bytes);
        try (FileChannel channel = FileChannel.open(disk, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(bytes), at);
        }
    }

    /** The SHA-256 of all bytes of a file, which are too many to be held. */
    public static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        try (DigestInputStream bytes = new DigestInputStream(Files.newInputStream(file), digest)) {
            bytes.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
