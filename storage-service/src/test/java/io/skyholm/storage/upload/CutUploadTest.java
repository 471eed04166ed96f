package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.storage.Fresh;
import io.skyholm.storage.Tus;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came before the line was cut is kept, and the rest follows. */
@QuarkusTest
class CutUploadTest {

    private static final int SIZE = 4 << 20;
    private static final int SENT = 1_500_000;

    /** As the settings of tests have it. */
    private static final Duration LEASE = Duration.ofSeconds(3);

    private final Person owner = Person.fresh();
    private String image;
    private String version;

    @BeforeEach
    void begin() {
        image = Fresh.imageOf(owner);
        version = Fresh.versionOf(owner, image);
    }

    /** A cut line may take some of what was sent with it, so that only the server knows where to go on. */
    @Test
    void uploadGoesOnWhereItWasCut() throws IOException {
        byte[] bytes = Fresh.bytes(SIZE);
        String upload = Tus.begun(owner, version, SIZE);
        AtomicInteger sent = new AtomicInteger(SENT);
        long noted;
        try (Socket line = line()) {
            begin(line, upload, bytes);
            noted = Eventually.found(
                    "some of it is noted",
                    () -> {
                        write(line, new byte[] {bytes[sent.getAndIncrement()]});
                        return Tus.offset(owner, upload);
                    },
                    offset -> offset > 0);
        }
        Eventually.holds("the rest is taken", () -> {
            long kept = Tus.offset(owner, upload);
            assertThat(kept).isBetween(noted, (long) sent.get());
            return Tus.send(owner, upload, kept, Arrays.copyOfRange(bytes, (int) kept, SIZE))
                            .statusCode()
                    == 204;
        });
        Fresh.available(owner, version);
        assertThat(owner.get(version).<String>path("checksumSha256")).isEqualTo(Fresh.hex("SHA-256", bytes));
    }

    @Test
    void whatComesIsNotedWhileTheLineIsOpen() throws IOException {
        byte[] bytes = Fresh.bytes(SIZE);
        String upload = Tus.begun(owner, version, SIZE);
        try (Socket line = line()) {
            begin(line, upload, bytes);
            Eventually.holds("some of it is noted", () -> {
                write(line, new byte[1]);
                return Tus.offset(owner, upload) > 0;
            });
        }
    }

    @Test
    void partWithAChecksumKeepsItsLeaseWhileItComes() throws IOException {
        byte[] bytes = Fresh.bytes(SIZE);
        String upload = Tus.begun(owner, version, SIZE);
        String sum = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Fresh.hex("SHA-1", bytes)));
        try (Socket line = line()) {
            begin(line, upload, bytes, "Upload-Checksum: sha1 " + sum + "\r\n");
            AtomicInteger sent = new AtomicInteger(SENT);
            long begun = System.nanoTime();
            Eventually.holds("it comes for longer than a lease", () -> {
                write(line, new byte[] {bytes[sent.getAndIncrement()]});
                assertThat(Tus.send(owner, upload, 0, new byte[1]).statusCode()).isEqualTo(409);
                return System.nanoTime() - begun > LEASE.multipliedBy(2).toNanos();
            });
            write(line, Arrays.copyOfRange(bytes, sent.get(), SIZE));
            Eventually.holds("all has come", () -> Tus.offset(owner, upload) == SIZE);
        }
        Fresh.available(owner, version);
    }

    @Test
    void bytesThatComeAfterTheImageIsArchivedDoNotCount() throws IOException {
        byte[] bytes = Fresh.bytes(SIZE);
        String upload = Tus.begun(owner, version, SIZE);
        try (Socket line = line()) {
            begin(line, upload, bytes);
            owner.patch(image, Map.of("status", "ARCHIVED")).then().statusCode(200);
            long before = Tus.offset(owner, upload);
            write(line, Arrays.copyOfRange(bytes, SENT, SIZE));
            assertThat(answer(line)).isEqualTo("HTTP/1.1 409");
            assertThat(Tus.offset(owner, upload)).isEqualTo(before);
        }
        owner.get(version).then().body("status", equalTo("PENDING"));
    }

    private static String answer(Socket line) throws IOException {
        line.setSoTimeout(20_000);
        return new String(line.getInputStream().readNBytes("HTTP/1.1 409".length()), StandardCharsets.US_ASCII);
    }

    private static Socket line() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    private void begin(Socket line, String upload, byte[] bytes) throws IOException {
        begin(line, upload, bytes, "");
    }

    private void begin(Socket line, String upload, byte[] bytes, String more) throws IOException {
        String head = """
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                Upload-Offset: 0\r
                Tus-Resumable: 1.0.0\r
                %s\r
                """.formatted(upload, owner.token(), Tus.BYTES, bytes.length, more);
        OutputStream out = line.getOutputStream();
        out.write(head.getBytes(StandardCharsets.US_ASCII));
        out.write(bytes, 0, SENT);
        out.flush();
    }

    private static void write(Socket line, byte[] bytes) {
        try {
            line.getOutputStream().write(bytes);
        } catch (IOException closed) {
            throw new IllegalStateException(closed);
        }
    }
}
