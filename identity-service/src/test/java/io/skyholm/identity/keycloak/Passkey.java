package io.skyholm.identity.keycloak;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.restassured.response.Response;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;

/** A passkey on a device of ours: what a browser would send of it to Keycloak's pages (WebAuthn, level 2). */
public final class Passkey {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final Pattern CHALLENGE = Pattern.compile("challenge : \"([^\"]+)\"");
    private static final Pattern RELYING_PARTY = Pattern.compile("rpId : \"([^\"]+)\"");
    private static final Pattern USER = Pattern.compile("userid : \"([^\"]+)\"");

    private static final int USER_PRESENT = 0x01;
    private static final int USER_VERIFIED = 0x04;
    private static final int WITH_CREDENTIAL = 0x40;

    private static final int ID_LENGTH = 32;
    private static final int NUMBER_LENGTH = 32;

    private final KeyPair keys = newKeys();
    private final byte[] id = new byte[ID_LENGTH];
    private final String origin;
    private final String userHandle;

    private Passkey(String origin, String userHandle) {
        this.origin = origin;
        this.userHandle = userHandle;
        new SecureRandom().nextBytes(id);
    }

    /** A new one for the user and the site of that page, which lies at that origin. */
    public static Passkey on(Response page, String origin) {
        return new Passkey(origin, LoginPages.found(USER, page));
    }

    /** The form that registers it. */
    public Map<String, String> registration(Response page) {
        byte[] data = concat(
                data(page, USER_PRESENT | USER_VERIFIED | WITH_CREDENTIAL),
                new byte[16],
                ByteBuffer.allocate(2).putShort((short) ID_LENGTH).array(),
                id,
                publicKey());
        byte[] attestation = concat(
                new byte[] {(byte) 0xA3},
                text("fmt"),
                text("none"),
                text("attStmt"),
                new byte[] {(byte) 0xA0},
                text("authData"),
                new byte[] {0x58, (byte) data.length},
                data);
        return Map.of(
                "clientDataJSON",
                URL.encodeToString(client("webauthn.create", page)),
                "attestationObject",
                URL.encodeToString(attestation),
                "publicKeyCredentialId",
                URL.encodeToString(id),
                "authenticatorLabel",
                "telephone");
    }

    /** The form that logs in with it; the device has asked for a finger or a code before. */
    public Map<String, String> login(Response page) {
        return login(page, USER_PRESENT | USER_VERIFIED);
    }

    /** The same of a device that does not know who touched it. */
    public Map<String, String> loginOfAnybody(Response page) {
        return login(page, USER_PRESENT);
    }

    private Map<String, String> login(Response page, int flags) {
        byte[] data = data(page, flags);
        byte[] client = client("webauthn.get", page);
        return Map.of(
                "clientDataJSON",
                URL.encodeToString(client),
                "authenticatorData",
                URL.encodeToString(data),
                "signature",
                URL.encodeToString(signature(concat(data, hash(client)))),
                "credentialId",
                URL.encodeToString(id),
                "userHandle",
                userHandle);
    }

    /** For which site, under what circumstances, and how often so far: never, as devices say that do not count. */
    private static byte[] data(Response page, int flags) {
        byte[] site = LoginPages.found(RELYING_PARTY, page).getBytes(UTF_8);
        return concat(hash(site), new byte[] {(byte) flags}, new byte[Integer.BYTES]);
    }

    private byte[] client(String type, Response page) {
        return """
                {"type":"%s","challenge":"%s","origin":"%s","crossOrigin":false}""".formatted(type, LoginPages.found(CHALLENGE, page), origin).getBytes(UTF_8);
    }

    /** As COSE writes a key for ES256: its kind, its algorithm, its curve and the two numbers of its point. */
    private byte[] publicKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return concat(
                new byte[] {(byte) 0xA5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, NUMBER_LENGTH},
                number(key.getW().getAffineX()),
                new byte[] {0x22, 0x58, NUMBER_LENGTH},
                number(key.getW().getAffineY()));
    }

    private static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] number = new byte[NUMBER_LENGTH];
        int length = Math.min(bytes.length, NUMBER_LENGTH);
        System.arraycopy(bytes, bytes.length - length, number, NUMBER_LENGTH - length, length);
        return number;
    }

    /** As CBOR writes a text of fewer than 24 letters. */
    private static byte[] text(String text) {
        return concat(new byte[] {(byte) (0x60 + text.length())}, text.getBytes(US_ASCII));
    }

    private static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            whole.writeBytes(part);
        }
        return whole.toByteArray();
    }

    private byte[] signature(byte[] signed) {
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static byte[] hash(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
