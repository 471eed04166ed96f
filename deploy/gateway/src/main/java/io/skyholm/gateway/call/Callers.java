package io.skyholm.gateway.call;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells callers with a valid token from strangers, for the limits only: whether a caller may do what they ask, the
 * services decide. Of the tokens seen last it remembers whose they are, since checking a signature costs more than all
 * other gates together.
 */
public final class Callers {

    private static final String BEARER = "Bearer ";
    private static final String API_KEY = "sky_";
    private static final int REMEMBERED = 4_000;
    private static final int LONGEST_TOKEN = 8192;

    private final SignedTokens tokens;
    private final Map<String, SignedTokens.Bearer> seen = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, SignedTokens.Bearer> eldest) {
            return size() > REMEMBERED;
        }
    };

    public Callers(SignedTokens tokens) {
        this.tokens = tokens;
    }

    Caller of(HttpServerRequest request, String address) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (authorization == null || !authorization.startsWith(BEARER) || authorization.length() > LONGEST_TOKEN) {
            return Caller.stranger(address, Optional.empty());
        }
        String credential = authorization.substring(BEARER.length());
        if (credential.startsWith(API_KEY)) {
            return Caller.stranger(address, Optional.of(standsFor(credential)));
        }
        SignedTokens.Bearer bearer = bearer(credential);
        return bearer == null
                ? Caller.stranger(address, Optional.empty())
                : Caller.user(bearer.user(), bearer.tenant());
    }

    /** Tells keys apart, and opens nothing. */
    private static String standsFor(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return "key " + HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    private SignedTokens.@Nullable Bearer bearer(String token) {
        long now = System.currentTimeMillis() / 1000;
        SignedTokens.Bearer known = known(token);
        if (known != null && now < known.expiresAt()) {
            return known;
        }
        SignedTokens.Bearer fresh = tokens.verify(token);
        if (fresh == null || now >= fresh.expiresAt()) {
            return null;
        }
        synchronized (seen) {
            seen.put(token, fresh);
        }
        return fresh;
    }

    private SignedTokens.@Nullable Bearer known(String token) {
        synchronized (seen) {
            return seen.get(token);
        }
    }
}
