package io.skyholm.gateway;

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

/** Tokens as a realm signs them, and the key it publishes for them. */
final class TestTokens {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();
    private static final KeyPair KEYS = keys();

    private TestTokens() {}

    /** Answers like the realm's endpoint of keys. */
    static void publish(HttpServerRequest request) {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        JsonObject published = new JsonObject()
                .put("kid", "one")
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("n", number(key.getModulus()))
                .put("e", number(key.getPublicExponent()));
        request.response()
                .end(new JsonObject()
                        .put("keys", new JsonArray().add(published))
                        .encode());
    }

    static String bearer(String user, String tenant) {
        return "Bearer " + token(user, tenant, Instant.now().plusSeconds(600));
    }

    static String token(String user, String tenant, Instant expiresAt) {
        String signed = part(new JsonObject().put("alg", "RS256").put("kid", "one"))
                + "."
                + part(new JsonObject()
                        .put("sub", user)
                        .put("tenant_id", tenant)
                        .put("exp", expiresAt.getEpochSecond()));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
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
