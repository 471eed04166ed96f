package io.skyholm.storage.upload;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What came before the line was cut is kept, and the rest follows. */
@QuarkusTest
class CutUploadTest {

    private static final int SIZE = 4 << 20;
    private static final int SENT = 1_500_000;

    private final Person owner = Person.fresh();
    private String version;

    @BeforeEach
    void begin() {
        version = Fresh.versionOf(owner, Fresh.imageOf(owner));
    }

    @Test
    void uploadGoesOnWhereItWasCut() throws IOException {
        byte[] bytes = Fresh.bytes(SIZE);
        String upload = Tus.begun(owner, version, SIZE);
        try (Socket line = line()) {
            begin(line, upload, bytes);
        }
        Eventually.holds("what came is kept", () -> Tus.offset(owner, upload) == SENT);
        Eventually.holds(
                "the rest is taken",
                () -> Tus.send(owner, upload, SENT, Arrays.copyOfRange(bytes, SENT, SIZE))
                                .statusCode()
                        == 204);
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

    private static Socket line() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), RestAssured.port);
    }

    private void begin(Socket line, String upload, byte[] bytes) throws IOException {
        String head = """
                PATCH %s HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: %s\r
                Content-Length: %d\r
                Upload-Offset: 0\r
                Tus-Resumable: 1.0.0\r
                \r
                """.formatted(upload, owner.token(), Tus.BYTES, bytes.length);
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
