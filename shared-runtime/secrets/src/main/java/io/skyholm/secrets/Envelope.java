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
 * Seals texts: each with a key of its own, which is sealed with the installation's and for one place. Former keys of the
 * installation still open what they sealed, and so do texts from before they were bound to places, until they are sealed anew.
 */
@Singleton
public class Envelope {

    /** How a text begins that is bound to its place. The older ones are Base64 from their first character, which has no dot. */
    static final String BOUND = "2.";

    private static final byte[] NOTHING = {};
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

    /** The text, readable with the key of that id alone, and at that place. */
    public Sealed seal(String text, SealedPlace place) {
        byte[] own = AesGcm.newKey();
        return sealed(own, AesGcm.encrypt(own, text.getBytes(StandardCharsets.UTF_8), NOTHING), place);
    }

    /** What was sealed for that place; what was sealed for another is refused. */
    public String open(Sealed sealed, SealedPlace place) {
        ByteBuffer whole = bytes(sealed);
        byte[] own = unwrapped(sealed, whole, place);
        return new String(AesGcm.decrypt(own, AesGcm.take(whole, whole.remaining()), NOTHING), StandardCharsets.UTF_8);
    }

    /** The same with the newest key, for that place. The text itself is not opened: only its own key is sealed anew. */
    Sealed renew(Sealed sealed, SealedPlace place) {
        ByteBuffer whole = bytes(sealed);
        byte[] own = unwrapped(sealed, whole, place);
        return sealed(own, AesGcm.take(whole, whole.remaining()), place);
    }

    private Sealed sealed(byte[] own, byte[] content, SealedPlace place) {
        Map.Entry<String, byte[]> newest = newestKey();
        byte[] wrapped = AesGcm.encrypt(newest.getValue(), own, place.bytes());
        byte[] whole = ByteBuffer.allocate(wrapped.length + content.length)
                .put(wrapped)
                .put(content)
                .array();
        return new Sealed(newest.getKey(), BOUND + Base64.getEncoder().encodeToString(whole));
    }

    /** The key of a text is what is bound, and that binds the text: no other key opens it. */
    private byte[] unwrapped(Sealed sealed, ByteBuffer whole, SealedPlace place) {
        byte[] key = keys.get(sealed.keyId());
        if (key == null) {
            throw new IllegalStateException("The key %s of %s is not configured".formatted(sealed.keyId(), place));
        }
        try {
            return AesGcm.decrypt(key, AesGcm.take(whole, WRAPPED), isBound(sealed) ? place.bytes() : NOTHING);
        } catch (IllegalStateException refused) {
            throw new IllegalStateException(
                    "What is sealed in %s was sealed for another place, or was changed".formatted(place), refused);
        }
    }

    private static boolean isBound(Sealed sealed) {
        return sealed.text().startsWith(BOUND);
    }

    private Map.Entry<String, byte[]> newestKey() {
        return keys.entrySet().iterator().next();
    }

    private static ByteBuffer bytes(Sealed sealed) {
        String text = isBound(sealed) ? sealed.text().substring(BOUND.length()) : sealed.text();
        return ByteBuffer.wrap(Base64.getDecoder().decode(text));
    }

    private void add(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != AesGcm.KEY) {
            throw new IllegalArgumentException("A key of skyholm.secrets must be 32 bytes in Base64");
        }
        keys.put(KeyId.of(key), key);
    }
}
