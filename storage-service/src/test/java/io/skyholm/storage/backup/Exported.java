package io.skyholm.storage.backup;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.RestAssured;
import io.skyholm.events.difference.Difference;
import io.skyholm.events.difference.Extent;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.encryption.DiskSize;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** What a host leaves with the object store, in the folder that both have. */
public final class Exported {

    static final Path STORE = Path.of("target/objects");
    private static final int MIB = 1 << 20;

    /** By size: to sum a GiB takes seconds, and all have the same bytes. */
    private static final Map<Integer, String> SUMS = new ConcurrentHashMap<>();

    /** The same with what {@link #leaveDifference} changes. */
    private static final Map<Integer, String> CHANGED_SUMS = new ConcurrentHashMap<>();

    private Exported() {}

    /** The bytes of a disk of that size of which only the first are no zeros; gives their SHA-256. */
    public static String leave(UUID object, int sizeGb) {
        leave(STORE, object, DiskSize.bytes(sizeGb, false));
        return SUMS.computeIfAbsent(sizeGb, size -> sum(size * 1024, first()));
    }

    /** So many MiB in the folder of another store; gives their SHA-256. */
    public static String leaveMib(Path store, UUID object, int sizeMib) {
        leave(store, object, (long) sizeMib * MIB);
        return sum(sizeMib, first());
    }

    /** Those of an encrypted one, whatever they are. */
    public static void leaveEncrypted(UUID object, int sizeGb) {
        leave(STORE, object, DiskSize.bytes(sizeGb, true));
    }

    /** What a host says of a difference that it has left: the sum of the whole disk, and how many bytes the difference has. */
    public record Left(String sha256, long bytes) {}

    /** The difference to what {@link #leave(UUID, int)} leaves: the second MiB begins with 1, 2 and 3. */
    public static Left leaveDifference(UUID object, int sizeGb) {
        byte[] changed = {1, 2, 3};
        long size = DiskSize.bytes(sizeGb, false);
        String sum = CHANGED_SUMS.computeIfAbsent(sizeGb, of -> sum(of * 1024, first(), Arrays.copyOf(changed, MIB)));
        Difference difference = new Difference(size, size, sum, List.of(new Extent(MIB, changed.length, false)));
        try (FileChannel file = FileChannel.open(part(STORE, object), CREATE, WRITE)) {
            file.write(difference.header());
            file.write(ByteBuffer.wrap(changed));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return new Left(sum, difference.bytes());
    }

    private static Path part(Path store, UUID object) throws IOException {
        return Files.createDirectories(store.resolve("receiving").resolve(object.toString()))
                .resolve("export");
    }

    private static byte[] first() {
        byte[] bytes = new byte[MIB];
        bytes[0] = 7;
        return bytes;
    }

    private static void leave(Path store, UUID object, long sizeBytes) {
        try (RandomAccessFile file = new RandomAccessFile(part(store, object).toFile(), "rw")) {
            file.write(first());
            file.setLength(sizeBytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String sum(int sizeMib, byte[]... first) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] mib : first) {
                digest.update(mib);
            }
            byte[] zeros = new byte[MIB];
            for (int left = sizeMib - first.length; left > 0; left--) {
                digest.update(zeros);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** The SHA-256 of a whole GiB that is downloaded, which is more than a test can keep. */
    static String downloaded(Person person, String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + person.token())
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<InputStream> answer = client.send(request, BodyHandlers.ofInputStream());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(1L << 30);
            return sum(answer.body());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException ended) {
            throw new IllegalStateException(ended);
        }
    }

    private static String sum(InputStream bytes) throws IOException {
        try (DigestInputStream read = new DigestInputStream(bytes, MessageDigest.getInstance("SHA-256"))) {
            read.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(read.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Whether the store has anything of that object. */
    public static boolean isThere(UUID object) {
        return Files.exists(STORE.resolve("receiving").resolve(object.toString()))
                || Files.exists(STORE.resolve("sealed").resolve(object.toString()));
    }
}
