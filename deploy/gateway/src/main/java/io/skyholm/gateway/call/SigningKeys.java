package io.skyholm.gateway.call;

import io.vertx.core.Future;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The keys that tokens are signed with. Those of the realm are fetched when a token names one that is not known yet, and not more often
 * than a made-up token may cause; until they are there, its bearer is counted as a stranger.
 */
public final class SigningKeys {

    private static final long BETWEEN_FETCHES = TimeUnit.SECONDS.toNanos(2);

    private final Supplier<Future<JsonObject>> source;
    private final AtomicLong mayFetchAt = new AtomicLong(System.nanoTime());
    private volatile Map<String, PublicKey> byId = Map.of();

    /** The source gives the set of keys as Keycloak publishes it (RFC 7517). */
    public SigningKeys(Supplier<Future<JsonObject>> source) {
        this.source = source;
    }

    /** Keys that are known from the start, as a set of them is written (RFC 7517). */
    public static SigningKeys fixed(JsonObject set) {
        SigningKeys keys = new SigningKeys(() -> Future.succeededFuture(set));
        keys.byId = read(set);
        return keys;
    }

    /** Asked for at the start, so that the first callers are known. */
    public Future<Void> fetch() {
        return source.get().map(set -> {
            byId = read(set);
            return null;
        });
    }

    @Nullable PublicKey key(String id) {
        PublicKey known = byId.get(id);
        if (known == null) {
            long now = System.nanoTime();
            long due = mayFetchAt.get();
            if (now - due >= 0 && mayFetchAt.compareAndSet(due, now + BETWEEN_FETCHES)) {
                fetch();
            }
        }
        return known;
    }

    private static Map<String, PublicKey> read(JsonObject set) {
        Map<String, PublicKey> keys = new HashMap<>();
        JsonArray all = set.getJsonArray("keys", new JsonArray());
        for (int place = 0; place < all.size(); place++) {
            JsonObject key = all.getJsonObject(place);
            if ("RSA".equals(key.getString("kty")) && "RS256".equals(key.getString("alg"))) {
                keys.put(key.getString("kid"), publicKey(key));
            }
        }
        return Map.copyOf(keys);
    }

    private static PublicKey publicKey(JsonObject key) {
        try {
            return KeyFactory.getInstance("RSA")
                    .generatePublic(new RSAPublicKeySpec(number(key.getString("n")), number(key.getString("e"))));
        } catch (GeneralSecurityException wrong) {
            throw new IllegalArgumentException("a signing key is none", wrong);
        }
    }

    private static BigInteger number(String text) {
        return new BigInteger(1, Base64.getUrlDecoder().decode(text));
    }
}
