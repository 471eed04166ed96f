package io.skyholm.compute.sealed;

import io.skyholm.runtime.problem.Problem;
import jakarta.inject.Singleton;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals texts with AES-256-GCM: each with a key of its own, which is sealed with the installation's. Old keys of the
 * installation still open what they sealed.
 */
@Singleton
public class Envelope {

    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int TAG = 16;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<String, byte[]> keys = new LinkedHashMap<>();

    Envelope(
            @ConfigProperty(name = "skyholm.compute.key") Optional<String> key,
            @ConfigProperty(name = "skyholm.compute.former-keys") Optional<String[]> former) {
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

    /** The text, readable with the key of that id alone. */
    public Sealed seal(String text) {
        Map.Entry<String, byte[]> newest = keys.entrySet().iterator().next();
        byte[] own = random(KEY);
        byte[] wrapped = encrypt(newest.getValue(), own);
        byte[] content = encrypt(own, text.getBytes(StandardCharsets.UTF_8));
        byte[] whole = ByteBuffer.allocate(wrapped.length + content.length)
                .put(wrapped)
                .put(content)
                .array();
        return new Sealed(newest.getKey(), Base64.getEncoder().encodeToString(whole));
    }

    /** What was sealed. */
    public String open(Sealed sealed) {
        byte[] key = keys.get(sealed.keyId());
        if (key == null) {
            throw new IllegalStateException("The key " + sealed.keyId() + " is not configured");
        }
        ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.text()));
        byte[] own = decrypt(key, take(whole, NONCE + KEY + TAG));
        return new String(decrypt(own, take(whole, whole.remaining())), StandardCharsets.UTF_8);
    }

    private void add(String text) {
        byte[] key = Base64.getDecoder().decode(text.strip());
        if (key.length != KEY) {
            throw new IllegalArgumentException("skyholm.compute.key must be 32 bytes in Base64");
        }
        keys.put(KeyId.of(key), key);
    }

    private static byte[] take(ByteBuffer from, int length) {
        byte[] taken = new byte[length];
        from.get(taken);
        return taken;
    }

    private static byte[] encrypt(byte[] key, byte[] plain) {
        byte[] nonce = random(NONCE);
        byte[] sealed = run(Cipher.ENCRYPT_MODE, key, nonce, plain);
        return ByteBuffer.allocate(NONCE + sealed.length).put(nonce).put(sealed).array();
    }

    private static byte[] decrypt(byte[] key, byte[] sealed) {
        ByteBuffer whole = ByteBuffer.wrap(sealed);
        byte[] nonce = take(whole, NONCE);
        return run(Cipher.DECRYPT_MODE, key, nonce, take(whole, whole.remaining()));
    }

    private static byte[] run(int mode, byte[] key, byte[] nonce, byte[] content) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * Byte.SIZE, nonce));
            return cipher.doFinal(content);
        } catch (GeneralSecurityException refused) {
            throw new IllegalStateException("What is sealed cannot be opened", refused);
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
