package io.skyholm.gateway.gate;

import io.skyholm.gateway.problem.Answer;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongSupplier;

/**
 * Bounds the requests per second of a caller, who is known by a token or else by an address. An address is bounded too,
 * if more generously, or else made-up tokens would get around the limit.
 */
public final class RateLimit implements Gate {

    private static final int CALLERS_PER_ADDRESS = 4;
    private static final int REMEMBERED = 10_000;

    private final int perSecond;
    private final LongSupplier nanoTime;
    private final Buckets callers;
    private final Buckets addresses;

    public RateLimit(int perSecond, LongSupplier nanoTime) {
        this.perSecond = perSecond;
        this.nanoTime = nanoTime;
        this.callers = new Buckets(perSecond, REMEMBERED);
        this.addresses = new Buckets(perSecond * CALLERS_PER_ADDRESS, REMEMBERED);
    }

    @Override
    public boolean admits(HttpServerRequest request) {
        if (perSecond == 0) {
            return true;
        }
        long now = nanoTime.getAsLong();
        String address = request.remoteAddress().hostAddress();
        Buckets.Taken ofAddress = addresses.take(address, now);
        Buckets.Taken taken = ofAddress.admitted() ? callers.take(caller(request, address), now) : ofAddress;
        request.response()
                .putHeader("RateLimit-Limit", Integer.toString(perSecond))
                .putHeader("RateLimit-Remaining", Long.toString(taken.left()))
                .putHeader("RateLimit-Reset", Long.toString(taken.secondsUntilFull()));
        if (!taken.admitted()) {
            Answer.with(Problems.tooManyRequests(taken.secondsUntilNext()), request);
        }
        return taken.admitted();
    }

    /** Of a token only its hash is remembered. */
    private static String caller(HttpServerRequest request, String address) {
        String token = request.getHeader(HttpHeaders.AUTHORIZATION);
        return token == null ? address : HexFormat.of().formatHex(sha256(token));
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
