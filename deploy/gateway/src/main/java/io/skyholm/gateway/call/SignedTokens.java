package io.skyholm.gateway.call;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Reads whose a token is, if Keycloak signed it for a person or identity for a service account: both by RS256, and neither with the
 * other's keys.
 */
public final class SignedTokens {

    private static final String ALGORITHM = "RS256";
    private static final String SERVICE_ACCOUNTS = "urn:skyholm:service-accounts";

    private final SigningKeys realm;
    private final SigningKeys serviceAccounts;

    public SignedTokens(SigningKeys realm, SigningKeys serviceAccounts) {
        this.realm = realm;
        this.serviceAccounts = serviceAccounts;
    }

    /** Null for whatever is not a token of ours. */
    @Nullable Bearer verify(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return null;
        }
        try {
            JsonObject header = json(parts[0]);
            JsonObject claims = json(parts[1]);
            String id = header.getString("kid");
            SigningKeys keys = SERVICE_ACCOUNTS.equals(claims.getString("iss")) ? serviceAccounts : realm;
            PublicKey key = ALGORITHM.equals(header.getString("alg")) && id != null ? keys.key(id) : null;
            return key != null && isSigned(parts, key) ? bearer(claims) : null;
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
