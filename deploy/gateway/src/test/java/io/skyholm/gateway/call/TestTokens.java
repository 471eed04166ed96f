package io.skyholm.gateway.call;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;

/** Tokens as a realm signs them and as identity does for service accounts, and the keys that are published for them. */
public final class TestTokens {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair KEYS = keys();
    private static final KeyPair SERVICE_KEYS = keys();

    private TestTokens() {}

    /** Answers like the realm's endpoint of keys. */
    public static void publish(HttpServerRequest request) {
        request.response().end(set("one", KEYS).encode());
    }

    /** The set of keys by which tokens of service accounts are verified. */
    public static JsonObject serviceKeys() {
        return set("two", SERVICE_KEYS);
    }

    private static JsonObject set(String id, KeyPair keys) {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        JsonObject published = new JsonObject()
                .put("kid", id)
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        return new JsonObject().put("keys", new JsonArray().add(published));
    }

    /** As identity signs a token of a service account. */
    public static String bearerOfServiceAccount(String account, String tenant) {
        return "Bearer "
                + signed("two", SERVICE_KEYS, claims(account, tenant).put("iss", "urn:skyholm:service-accounts"));
    }

    /** A token of a person that the key of service accounts has signed. */
    public static String bearerByServiceKey(String user, String tenant) {
        return "Bearer " + signed("two", SERVICE_KEYS, claims(user, tenant));
    }

    public static String bearer(String user, String tenant) {
        return "Bearer " + token(user, tenant, Instant.now().plusSeconds(600));
    }

    public static String token(String user, String tenant, Instant expiresAt) {
        return signed("one", KEYS, claims(user, tenant).put("exp", expiresAt.getEpochSecond()));
    }

    private static JsonObject claims(String user, String tenant) {
        return new JsonObject()
                .put("sub", user)
                .put("tenant_id", tenant)
                .put("exp", Instant.now().plusSeconds(600).getEpochSecond());
    }

    private static String signed(String key, KeyPair keys, JsonObject claims) {
        String signed = part(new JsonObject().put("alg", "RS256").put("kid", key)) + "." + part(claims);
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(keys.getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return signed + "." + URL.encodeToString(signature.sign());
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String part(JsonObject json) {
        return URL.encodeToString(json.encode().getBytes(StandardCharsets.UTF_8));
    }

    private static String number(BigInteger number) {
        return URL.encodeToString(number.toByteArray());
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
