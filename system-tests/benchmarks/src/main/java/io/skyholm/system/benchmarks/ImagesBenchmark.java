package io.skyholm.system.benchmarks;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.SimpleFileServer;
import io.skyholm.local.BoundedWait;
import io.skyholm.system.benchmarks.measure.Administrator;
import io.skyholm.system.benchmarks.measure.BenchSuite;
import io.skyholm.system.benchmarks.measure.Benchmark;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An image up and down, next to a plain copy of the same file to the same store, and what memory it takes: to the same disk, or, with
 * {@code SKYHOLM_IMAGE_STORE=ceph}, by one request to the same bucket of Ceph's gateway. A download is also next to the same bytes from the server of the JDK,
 * by the same client: what is lost there is HTTP's and the client's.
 */
final class ImagesBenchmark implements Benchmark {

    private static final String[] PARTS = {"postgres", "kafka", "keycloak", "identity", "storage"};
    private static final boolean IN_CEPH = "ceph".equals(System.getenv("SKYHOLM_IMAGE_STORE"));

    /** The object that one request makes of the file. */
    private static final String PLAIN = "plain";

    private static final int BLOCK = 1024 * 1024;
    private static final long SIZE = gib() << 30;

    /** What is large is kept once. */
    private static final int TIMES = gib() > 2 ? 1 : 3;

    private static final Duration VERIFIED = Duration.ofMinutes(10);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final Pattern NOW = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static long gib() {
        return Long.parseLong(System.getenv().getOrDefault("SKYHOLM_IMAGE_GIB", "1"));
    }

    private String base = "";
    private String token = "";

    @Override
    public void run() throws Exception {
        Path file = Files.createTempFile("image", ".raw").toRealPath();
        HttpServer plain = SimpleFileServer.createFileServer(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                file.getParent(),
                SimpleFileServer.OutputLevel.NONE);
        plain.start();
        try (BenchSuite suite = IN_CEPH ? BenchSuite.inCeph(PARTS) : BenchSuite.with(PARTS)) {
            fill(file);
            base = "http://127.0.0.1:" + suite.port("storage");
            token = new Administrator(suite).token();
            String image =
                    base + "/v1/images/" + made(base + "/v1/images", "{\"name\":\"bench\",\"imageType\":\"CUSTOM\"}");
            long before = memory(suite, NOW);
            double[] up = new double[TIMES];
            double[] down = new double[TIMES];
            double[] copied = new double[TIMES];
            double[] read = new double[TIMES];
            double[] served = new double[TIMES];
            for (int time = 0; time < TIMES; time++) {
                String version = version(image, time);
                up[time] = rate(() -> upload(version, file));
                copied[time] = rate(() -> copy(suite, file));
                awaitAvailable(version);
                down[time] = rate(() -> download(request(version + "/content").build()));
                read[time] = rate(() -> read(suite, file));
                served[time] = rate(() -> download(plainRequest(plain, file)));
            }
            String plainCopy = IN_CEPH ? "one request to the bucket" : "plain copy, synchronised";
            print("upload", up, plainCopy, copied);
            print("download", down, plainCopy, copied);
            print("download", down, "the JDK's server", served);
            print("download", down, IN_CEPH ? "one request to the bucket" : "plain read of what is cached", read);
            System.out.printf("memory: %d MiB before, %d MiB at its peak%n", before, memory(suite, PEAK));
        } finally {
            plain.stop(0);
            Files.deleteIfExists(file);
        }
    }

    private static HttpRequest plainRequest(HttpServer server, Path file) {
        return HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/" + file.getFileName()))
                .build();
    }

    private static void fill(Path file) throws IOException {
        Random random = new Random(1);
        byte[] block = new byte[BLOCK];
        try (var out = Files.newOutputStream(file)) {
            for (long written = 0; written < SIZE; written += BLOCK) {
                random.nextBytes(block);
                out.write(block);
            }
        }
    }

    private String made(String address, String body) throws IOException, InterruptedException {
        HttpRequest request = request(address)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
        Matcher id = ID.matcher(answer.body());
        if (answer.statusCode() != 201 || !id.find()) {
            throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
        }
        return id.group(1);
    }

    private String version(String image, int number) throws IOException, InterruptedException {
        return image + "/versions/"
                + made(image + "/versions", "{\"versionNumber\":\"" + number + "\",\"diskFormat\":\"RAW\"}");
    }

    private void upload(String version, Path file) throws IOException, InterruptedException {
        HttpResponse<String> begun = http.send(
                request(version + "/uploads")
                        .header("Upload-Length", Long.toString(SIZE))
                        .POST(BodyPublishers.noBody())
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> sent = http.send(
                request(base + begun.headers().firstValue("Location").orElseThrow())
                        .header("Upload-Offset", "0")
                        .header("Content-Type", "application/offset+octet-stream")
                        .method("PATCH", BodyPublishers.ofFile(file))
                        .build(),
                BodyHandlers.ofString());
        if (sent.statusCode() != 204) {
            throw new IllegalStateException("The upload: " + sent.statusCode() + " " + sent.body());
        }
    }

    private void awaitAvailable(String version) {
        if (!BoundedWait.waitUntil(() -> isAvailable(version), VERIFIED)) {
            throw new IllegalStateException("It was not verified in time: " + version);
        }
    }

    private boolean isAvailable(String version) {
        return http.sendAsync(request(version).build(), BodyHandlers.ofString())
                .join()
                .body()
                .contains("\"AVAILABLE\"");
    }

    private void download(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<InputStream> answer = http.send(request, BodyHandlers.ofInputStream());
        try (InputStream bytes = answer.body()) {
            check(drain(bytes));
        }
    }

    private void copy(BenchSuite suite, Path file) throws IOException, InterruptedException {
        if (IN_CEPH) {
            HttpRequest.Builder put = suite.bucket().request("PUT", PLAIN).PUT(BodyPublishers.ofFile(file));
            HttpResponse<String> answer = http.send(put.build(), BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException("Ceph's gateway: " + answer.statusCode() + " " + answer.body());
            }
        } else {
            copy(file);
        }
    }

    private static void copy(Path file) throws IOException {
        Path copy = file.resolveSibling(file.getFileName() + ".copy");
        try (FileChannel from = FileChannel.open(file);
                FileChannel to = FileChannel.open(copy, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            ByteBuffer block = ByteBuffer.allocateDirect(BLOCK);
            while (from.read(block) >= 0) {
                to.write(block.flip());
                block.clear();
            }
            to.force(true);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    private void read(BenchSuite suite, Path file) throws IOException, InterruptedException {
        if (IN_CEPH) {
            download(suite.bucket().request("GET", PLAIN).GET().build());
        } else {
            read(file);
        }
    }

    private static void read(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            check(drain(bytes));
        }
    }

    private static long drain(InputStream bytes) throws IOException {
        byte[] block = new byte[BLOCK];
        long all = 0;
        for (int read = bytes.read(block); read >= 0; read = bytes.read(block)) {
            all += read;
        }
        return all;
    }

    private static void check(long bytes) {
        if (bytes != SIZE) {
            throw new IllegalStateException("There were " + bytes + " bytes");
        }
    }

    private HttpRequest.Builder request(String address) {
        return HttpRequest.newBuilder(URI.create(address)).header("Authorization", "Bearer " + token);
    }

    private static double rate(Transfer transfer) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        transfer.run();
        return SIZE / 1e6 / ((System.nanoTime() - begin) / 1e9);
    }

    private static void print(String name, double[] rates, String plainName, double[] plain) {
        Arrays.sort(rates);
        Arrays.sort(plain);
        System.out.printf(
                "%-10s %7.0f MB/s; %s %7.0f MB/s; ratio %.2f (of %d, the median)%n",
                name, rates[TIMES / 2], plainName, plain[TIMES / 2], rates[TIMES / 2] / plain[TIMES / 2], TIMES);
    }

    private static long memory(BenchSuite suite, Pattern which) throws IOException {
        Path status = Path.of("/proc", Long.toString(suite.process("storage").pid()), "status");
        Matcher found = which.matcher(Files.readString(status));
        if (!found.find()) {
            throw new IllegalStateException("The system does not say what memory a process has");
        }
        return Long.parseLong(found.group(1)) / 1024;
    }

    /** What is measured. */
    private interface Transfer {
        void run() throws IOException, InterruptedException;
    }
}
