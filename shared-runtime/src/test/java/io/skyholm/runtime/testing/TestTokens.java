package io.skyholm.runtime.testing;

import io.skyholm.events.access.BuiltInRole;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Signs tokens as Keycloak does, with a key of this test run, so that most tests need no Keycloak. */
public final class TestTokens {

    private static final String ISSUER = "https://issuer.test/realms/skyholm";
    private static final Duration VALID = Duration.ofHours(1);
    private static final KeyPair KEYS = newKeys();

    private TestTokens() {}

    /** A token of a user of that tenant. */
    public static String of(UUID user, UUID tenant, BuiltInRole... roles) {
        return claims(user, tenant, roles).expiresIn(VALID).sign(KEYS.getPrivate());
    }

    /** A token of somebody new in that tenant. */
    public static String of(UUID tenant, BuiltInRole... roles) {
        return of(UUID.randomUUID(), tenant, roles);
    }

    /** A token that came of that session. */
    public static String ofSession(UUID session, UUID user, UUID tenant, BuiltInRole... roles) {
        return claims(user, tenant, roles)
                .claim("sid", session.toString())
                .expiresIn(VALID)
                .sign(KEYS.getPrivate());
    }

    /** A token that was valid an hour ago. */
    public static String expired(UUID tenant, BuiltInRole... roles) {
        Instant past = Instant.now().minus(VALID);
        return claims(UUID.randomUUID(), tenant, roles)
                .issuedAt(past.minus(VALID))
                .expiresAt(past)
                .sign(KEYS.getPrivate());
    }

    /** A token like ours, signed with a key that is not. */
    public static String forged(UUID tenant, BuiltInRole... roles) {
        return claims(UUID.randomUUID(), tenant, roles)
                .expiresIn(VALID)
                .sign(newKeys().getPrivate());
    }

    /** A token that Keycloak signed for somebody else's program. */
    public static String forAnotherAudience(UUID tenant, BuiltInRole... roles) {
        return claims(UUID.randomUUID(), tenant, roles)
                .audience("elsewhere")
                .expiresIn(VALID)
                .sign(KEYS.getPrivate());
    }

    private static JwtClaimsBuilder claims(UUID user, UUID tenant, BuiltInRole... roles) {
        return Jwt.issuer(ISSUER)
                .audience("skyholm")
                .subject(user.toString())
                .preferredUserName("user-" + user)
                .claim("tenant_id", tenant.toString())
                .claim("roles", Set.of(roles).stream().map(Enum::name).toList());
    }

    static Map<String, String> configuration() {
        return Map.of(
                "mp.jwt.verify.publickey.location", publicKeyFile().toUri().toString(), "mp.jwt.verify.issuer", ISSUER);
    }

    private static Path publicKeyFile() {
        try {
            Path file = Files.createTempFile("skyholm-test-tokens", ".pem");
            file.toFile().deleteOnExit();
            String key = Base64.getMimeEncoder().encodeToString(KEYS.getPublic().getEncoded());
            return Files.writeString(file, "-----BEGIN PUBLIC KEY-----\n" + key + "\n-----END PUBLIC KEY-----\n");
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
