package io.skyholm.gateway.call;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Reads whose a token is, if Keycloak signed it: RS256, as the realm signs its access tokens. */
public final class SignedTokens {

    private static final String ALGORITHM = "RS256";

    private final SigningKeys keys;

    public SignedTokens(SigningKeys keys) {
        this.keys = keys;
    }

    /** Null for whatever is not a token of ours. */
    @Nullable Bearer verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonObject header = json(parts[0]);
            String id = header.getString("kid");
            PublicKey key = ALGORITHM.equals(header.getString("alg")) && id != null ? keys.key(id) : null;
            return key != null && isSigned(parts, key) ? bearer(json(parts[1])) : null;
        } catch (IllegalArgumentException | DecodeException | ClassCastException | GeneralSecurityException wrong) {
            return null;
        }
    }

    private static @Nullable Bearer bearer(JsonObject claims) {
        String user = claims.getString("sub");
        String tenant = claims.getString("tenant_id");
        Long expiresAt = claims.getLong("exp");
        return user == null || tenant == null || expiresAt == null ? null : new Bearer(user, tenant, expiresAt);
    }

    private static boolean isSigned(String[] parts, PublicKey key) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initVerify(key);
        signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
        return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
    }

    private static JsonObject json(String part) {
        return new JsonObject(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
    }

    /**
     * Whose a token is.
     *
     * @param expiresAt in seconds since 1970
     */
    record Bearer(String user, String tenant, long expiresAt) {}
}
