package io.skyholm.system.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import io.skyholm.local.Progress;
import io.skyholm.local.ceph.CephFiles;
import io.skyholm.local.ceph.CephHosts;
import io.skyholm.local.ceph.CephKeys;
import io.skyholm.local.ceph.CephListing;
import io.skyholm.local.suite.Suite;
import io.skyholm.local.suite.TestPlatform;
import io.skyholm.runtime.testing.fixtures.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A Ceph cluster beside the suite, for as long as a journey needs it, which one extra host keeps its disks in. */
public record RealCeph(Suite suite, String host) implements AutoCloseable {

    private static final Duration SOON = Duration.ofSeconds(60);

    /** Objects that have bytes or belong to an image, which no image needs when there is none. */
    private static final List<String> OF_IMAGES = List.of("rbd_data.", "rbd_header.", "rbd_id.", "rbd_object_map.");

    /** Starts one where {@code -Dskyholm.real=true} asks for it, as the pipeline does; elsewhere the journey is skipped. */
    public static RealCeph of(String host) {
        Commands.require(
                Boolean.getBoolean("skyholm.real"),
                "disks in Ceph are tested with -Dskyholm.real=true, which installs Ceph where it is not there");
        RealCeph ceph =
                new RealCeph(TestPlatform.ofItsOwn("suite-ceph", "ceph-osd").suite(), host);
        ceph.hosts().admit(List.of(host));
        return ceph;
    }

    private CephFiles files() {
        return new CephFiles(suite.site());
    }

    private CephHosts hosts() {
        return new CephHosts(files());
    }

    /** What the host has there. */
    public CephListing listing() {
        return new CephListing(files(), host::equals);
    }

    /** What the host's agent has to know by itself. */
    public Map<String, String> agentVariables() {
        return CephHosts.agentVariables();
    }

    /** Where the host's disks are and the key that lets it in, as an operator says it. */
    public Map<String, Object> place() {
        return place(hosts().keyOf(host));
    }

    /** The same with a key that is somebody else's. */
    public Map<String, Object> placeWithAWrongKey() {
        return place(CephKeys.secretIn(files().file("client.admin.keyring")));
    }

    /** The same with a new key, in place of which Ceph accepts no other. */
    public Map<String, Object> placeWithANewKey() {
        String user = "client." + host;
        String rights = "profile rbd pool=" + CephHosts.POOL + " namespace=" + host;
        run("ceph", "auth", "rm", user);
        return place(run("ceph", "auth", "get-or-create-key", user, "mon", "profile rbd", "osd", rights)
                .strip());
    }

    /** The same with a pool that is the host's alone, and without a namespace; its key opens that pool from now on. */
    public Map<String, Object> placeOfItsOwn() {
        run("ceph", "osd", "pool", "create", host, "8");
        run("rbd", "pool", "init", host);
        run("ceph", "auth", "caps", "client." + host, "mon", "profile rbd", "osd", "profile rbd pool=" + host);
        Map<String, Object> place = new HashMap<>(place());
        place.putAll(Map.of("rbdPool", host, "rbdNamespace", ""));
        return place;
    }

    /** The images that disks have in that pool. */
    public List<String> imagesOfItsOwn() {
        return run("rbd", "ls", host)
                .lines()
                .filter(image -> image.startsWith("disk."))
                .toList();
    }

    /** What Ceph says of the image that a disk has there, and of who has it open. */
    public String aboutItsOwn(UUID disk) {
        String image = imagesOfItsOwn().stream()
                .filter(name -> name.startsWith("disk." + disk))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No image of disk " + disk + " in " + imagesOfItsOwn()));
        String name = host + "/" + image;
        return run("rbd", "info", "--format", "json", name) + run("rbd", "status", name);
    }

    /** Where its parts listen on this machine. */
    public List<Integer> ports() {
        List<String> addresses = new ArrayList<>(List.of(files().monitor()));
        JsonNode stores =
                Api.read(run("ceph", "osd", "dump", "--format", "json")).path("osds");
        stores.forEach(store -> store.path("public_addrs")
                .path("addrvec")
                .forEach(address -> addresses.add(address.path("addr").asText())));
        return addresses.stream()
                .map(address -> Integer.valueOf(address.substring(address.lastIndexOf(':') + 1)))
                .distinct()
                .toList();
    }

    private Map<String, Object> place(String key) {
        return Map.of(
                "monitors",
                List.of(files().monitor()),
                "rbdPool",
                CephHosts.POOL,
                "rbdNamespace",
                host,
                "cephUser",
                host,
                "cephKey",
                key);
    }

    /** Ends a part of it at once, as a crash would, has something done meanwhile, and starts it again. */
    public void without(String part, Runnable work) {
        suite.kill(part);
        work.run();
        suite.start(part);
    }

    /** The image that a disk has now, of those that were made for it the one that its last rollback made. */
    public String imageOf(UUID disk) {
        String entry = run(
                "rados",
                "--pool",
                CephHosts.POOL,
                "--namespace",
                host,
                "getomapval",
                CephListing.INDEX,
                "disk/" + disk,
                value().toString());
        try {
            return Api.read(Files.readString(value())).path("image").asText();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(entry, unreadable);
        }
    }

    private Path value() {
        return files().file("value");
    }

    /** What Ceph says of an image. */
    public String about(String image) {
        return run("rbd", "info", "--format", "json", name(image));
    }

    /** Makes an image as an agent leaves it that is killed while it makes a disk, and says what it is called. */
    public String leftImage() {
        String image = "disk." + UUID.randomUUID() + "." + UUID.randomUUID();
        run("rbd", "create", "--size", "8M", name(image));
        return image;
    }

    /** Locks an image, as somebody who then forgets it. */
    public void lock(String image) {
        run("rbd", "lock", "add", name(image), "forgotten");
    }

    /** Takes that lock away, whosever it is. */
    public void unlock(String image) {
        JsonNode lock = Api.read(run("rbd", "lock", "ls", "--format", "json", name(image)))
                .path(0);
        run(
                "rbd",
                "lock",
                "rm",
                name(image),
                lock.path("id").asText(),
                lock.path("locker").asText());
    }

    /** Writes all bytes of a disk to a file. */
    public Path export(UUID disk, Path file) {
        run("rbd", "export", "--no-progress", name(imageOf(disk)), file.toString());
        return file;
    }

    /** The same of one of its snapshots. */
    public Path export(UUID disk, UUID snapshot, Path file) {
        run("rbd", "export", "--no-progress", name(imageOf(disk)) + "@" + snapshot, file.toString());
        return file;
    }

    /** Writes to a disk past the platform, as its guest would: by a difference, as {@code rbd} reads it. */
    public void write(UUID disk, byte[] bytes, long at) {
        byte[] begin = "rbd diff v1\n".getBytes(US_ASCII);
        ByteBuffer difference =
                ByteBuffer.allocate(begin.length + bytes.length + 18).order(ByteOrder.LITTLE_ENDIAN);
        difference
                .put(begin)
                .put((byte) 'w')
                .putLong(at)
                .putLong(bytes.length)
                .put(bytes)
                .put((byte) 'e');
        Path file = files().file("difference");
        try {
            Files.write(file, difference.array());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        run("rbd", "import-diff", "--no-progress", file.toString(), name(imageOf(disk)));
    }

    /** Waits until the host has nothing there: what only snapshots had goes a moment after them. */
    public void isEmptySoon() {
        try {
            Eventually.until(SOON, () -> left().isEmpty());
        } catch (AssertionError late) {
            throw new AssertionError("Left in Ceph: " + left(), late);
        }
    }

    private Set<String> left() {
        Set<String> left = listing().objects(host).stream()
                .filter(object -> OF_IMAGES.stream().anyMatch(object::startsWith))
                .collect(Collectors.toSet());
        left.addAll(listing().images(host));
        left.addAll(listing().trash(host));
        left.addAll(listing().index(host));
        return left;
    }

    private String name(String image) {
        return CephHosts.POOL + "/" + host + "/" + image;
    }

    private String run(String... command) {
        return files().run(command).output();
    }

    @Override
    public void close() {
        suite.close(Progress.SILENT);
    }
}
