package io.skyholm.storage.object;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.local.artifact.Maven;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A server of S3 beside the tests, which keeps what it is given in a folder; it needs other versions of what they stand on. */
final class S3Server implements ObjectServer {

    private static final Path POM = Path.of("src/test/s3/pom.xml").toAbsolutePath();
    private static final Path JARS = Path.of("target/s3-server").toAbsolutePath();

    private static final String BUCKET = "images";

    /** The name of the key that it takes, and what that signs with. */
    private static final String KEY = "test";

    private final Process process;
    private final int port;

    private S3Server(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    static S3Server start(Path folder) throws IOException {
        if (!Files.isDirectory(JARS)) {
            Maven.copyJars(POM, Files.createDirectories(JARS));
        }
        Path buckets = Files.createDirectories(folder.resolve("buckets"));
        Files.createDirectory(buckets.resolve(BUCKET));
        int port = freePort();
        Path settings = Files.writeString(folder.resolve("s3proxy.conf"), settings(port, buckets));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx128m",
                        "-cp",
                        JARS + "/*",
                        "org.gaul.s3proxy.Main",
                        "--properties",
                        settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("s3proxy.log").toFile())
                .start();
        Eventually.until(Duration.ofSeconds(60), () -> answers(port));
        return new S3Server(process, port);
    }

    private static String settings(int port, Path buckets) {
        return """
            s3proxy.authorization=aws-v2-or-v4
            s3proxy.endpoint=http://127.0.0.1:%d
            s3proxy.identity=test
            s3proxy.credential=test
            jclouds.provider=filesystem-nio2
            jclouds.identity=test
            jclouds.credential=test
            jclouds.filesystem.basedir=%s
            """.formatted(port, buckets);
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static boolean answers(int port) {
        try (Socket line = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return line.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    @Override
    public Map<String, String> settings() {
        return reachedAt("http://127.0.0.1:" + port);
    }

    /** How storage would reach one that is not there. */
    static S3Bucket away() {
        return ObjectServer.bucket(reachedAt("http://127.0.0.1:1"));
    }

    private static Map<String, String> reachedAt(String address) {
        return Map.of(
                "skyholm.storage.s3.bucket",
                BUCKET,
                "skyholm.storage.s3.endpoint",
                address,
                "skyholm.storage.s3.access-key",
                KEY,
                "skyholm.storage.s3.secret-key",
                KEY);
    }

    /** It takes lines from now on, and says nothing. */
    void hang() {
        signal("-STOP");
    }

    /** It answers again, also what it was asked meanwhile. */
    void goOn() {
        signal("-CONT");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", signal, Long.toString(process.pid())).start();
            assertThat(kill.onExit().join().exitValue()).isZero();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
