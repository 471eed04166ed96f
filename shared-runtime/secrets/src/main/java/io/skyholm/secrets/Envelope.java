package io.skyholm.secrets;

import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals texts: each with a key of its own, which is sealed with the installation's. Former keys of the installation still
 * open what they sealed.
 */
@Singleton
public class Envelope {

    private static final int WRAPPED = AesGcm.KEY + AesGcm.OVERHEAD;

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    /** One whose newest key seals; all open. Keys are 32 bytes in Base64. */
    public Envelope(
            @ConfigProperty(name = "skyholm.secrets.key") Optional<String> key,
            @ConfigProperty(name = "skyholm.secrets.former-keys") Optional<String[]> former) {
        key.ifPresent(this::add);
        former.ifPresent(all -> {
            for (String one : all) {
                add(one);
            }
        });
    }

    /** Whether there is a key to seal with. */
    public boolean canSeal() {
        return !keys.isEmpty();
    }

    /** Refuses what cannot be done without a key. */
    public void requireKey() {
        if (!canSeal()) {
            throw Problem.unavailable(
                    "No key to seal secrets with is configured; ask the operator", Duration.ofMinutes(5));
        }
    }

    /** Whether some of what is sealed may be sealed with a former key. */
    boolean hasFormerKeys() {
        return keys.size() > 1;
    }

    /** The id of the key that seals now. */
    String newest() {
        return newestKey().getKey();
    }

    /** The text, readable with the key of that id alone. */
    public Sealed seal(String text) {
        byte[] own = AesGcm.newKey();
        return sealed(own, AesGcm.encrypt(own, text.getBytes(StandardCharsets.UTF_8)));
    }

    /** What was sealed. */
    public String open(Sealed sealed) {
        ByteBuffer whole = bytes(sealed);
        byte[] own = unwrapped(sealed.keyId(), whole);
        return new String(AesGcm.decrypt(own, AesGcm.take(whole, whole.remaining())), StandardCharsets.UTF_8);
    }

    /** The same with the newest key. The text itself is not opened: only its own key is sealed anew. */
    Sealed renew(Sealed sealed) {
        ByteBuffer whole = bytes(sealed);
        byte[] own = unwrapped(sealed.keyId(), whole);
        return sealed(own, AesGcm.take(whole, whole.remaining()));
    }

    private Sealed sealed(byte[] own, byte[] content) {
        Map.Entry<String, byte[]> newest = newestKey();
        byte[] wrapped = AesGcm.encrypt(newest.getValue(), own);
        byte[] whole = ByteBuffer.allocate(wrapped.length + content.length)
                .put(wrapped)
                .put(content)
                .array();
        return new Sealed(newest.getKey(), Base64.getEncoder().encodeToString(whole));
    }

    private byte[] unwrapped(String keyId, ByteBuffer whole) {
        byte[] key = keys.get(keyId);
        if (key == null) {
            throw new IllegalStateException("The key " + keyId + " is not configured");
        }
        return AesGcm.decrypt(key, AesGcm.take(whole, WRAPPED));
    }

    private Map.Entry<String, byte[]> newestKey() {
        return keys.entrySet().iterator().next();
    }

    private static ByteBuffer bytes(Sealed sealed) {
        return ByteBuffer.wrap(Base64.getDecoder().decode(sealed.text()));
    }

    private void add(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != AesGcm.KEY) {
            throw new IllegalArgumentException("A key of skyholm.secrets must be 32 bytes in Base64");
        }
        keys.put(KeyId.of(key), key);
    }
}
