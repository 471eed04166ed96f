package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.access.Secret;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** With what a service account asks for a token: in the form, or by HTTP Basic (RFC 6749, 2.3.1). */
record ClientCredentials(UUID id, Secret secret) {

    private static final String GRANT = "client_credentials";
    private static final String BASIC = "Basic ";

    static ClientCredentials of(@Nullable String authorization, TokenForm form) {
        if (!GRANT.equals(form.grantType())) {
            throw form.grantType() == null
                    ? new TokenRefusal("invalid_request", "Send grant_type=" + GRANT)
                    : new TokenRefusal("unsupported_grant_type", "The only grant_type here is " + GRANT);
        }
        if (authorization != null && authorization.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return ofBasic(authorization.substring(BASIC.length()));
        }
        return of(form.clientId(), form.clientSecret());
    }

    private static ClientCredentials ofBasic(String encoded) {
        try {
            String text = new String(Base64.getDecoder().decode(encoded.strip()), StandardCharsets.UTF_8);
            String[] parts = text.split(":", 2);
            return of(decoded(parts[0]), parts.length == 2 ? decoded(parts[1]) : null);
        } catch (IllegalArgumentException unreadable) {
            throw TokenRefusal.unknownClient();
        }
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static ClientCredentials of(@Nullable String id, @Nullable String secret) {
        if (id == null || secret == null) {
            throw TokenRefusal.unknownClient();
        }
        try {
            return new ClientCredentials(UUID.fromString(id), new Secret(secret));
        } catch (IllegalArgumentException notAnId) {
            throw TokenRefusal.unknownClient();
        }
    }
}
