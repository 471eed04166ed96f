package io.skyholm.storage;

import static java.util.concurrent.ThreadLocalRandom.current;

import io.skyholm.runtime.testing.fixtures.Eventually;
import io.skyholm.runtime.testing.fixtures.Person;
import io.skyholm.runtime.testing.fixtures.Sql;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** Things of which no other test knows. */
public final class Fresh {

    private Fresh() {}

    public static String name() {
        return "Thing " + UUID.randomUUID();
    }

    /** The body that makes an image. */
    public static Map<String, Object> image(String name) {
        return new HashMap<>(Map.of("name", name, "imageType", "CUSTOM"));
    }

    /** Makes an image and gives its path. */
    public static String imageOf(Person owner) {
        return "/v1/images/" + owner.made("/v1/images", image(name()));
    }

    /** Makes a RAW version without bytes and gives its path. */
    public static String versionOf(Person owner, String image) {
        return image + "/versions/" + owner.made(image + "/versions", version());
    }

    /** The body that makes a version of a number of its own. */
    public static Map<String, Object> version() {
        return new HashMap<>(Map.of("versionNumber", "v" + current().nextLong(1L << 60), "diskFormat", "RAW"));
    }

    /** Makes a version that is AVAILABLE and gives its path. */
    public static String availableOf(Person owner, String image) {
        String version = versionOf(owner, image);
        Tus.uploaded(owner, version, bytes(1024));
        available(owner, version);
        return version;
    }

    /** Waits until the version is AVAILABLE. */
    public static void available(Person owner, String version) {
        Eventually.found(version, () -> owner.get(version).path("status"), "AVAILABLE"::equals);
    }

    public static UUID id(String path) {
        return UUID.fromString(path.substring(path.lastIndexOf('/') + 1));
    }

    /** Bytes that nothing else has. */
    public static byte[] bytes(int many) {
        byte[] bytes = new byte[many];
        current().nextBytes(bytes);
        return bytes;
    }

    /** As many bytes that begin as an ISO does. */
    public static byte[] iso(int many) {
        byte[] bytes = bytes(many);
        byte[] mark = "CD001".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(mark, 0, bytes, 16 * 2048 + 1, mark.length);
        return bytes;
    }

    public static String hex(String algorithm, byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(bytes));
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    /** Has the service know that tenant, as if identity had told of it. */
    public static UUID known(UUID tenant) {
        Sql.asSuperuser("storage")
                .change("insert into known_tenant values (?, 1, 'ACTIVE') on conflict do nothing", tenant);
        return tenant;
    }
}
