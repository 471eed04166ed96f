package io.skyholm.gateway.limit;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.call.ClientAddresses;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;

/**
 * Bounds failed logins: of one account from one address, of one account from everywhere, and from one address for all
 * accounts. Keycloak counts for each user, which lets one address try one password for all of them. An attempt that
 * succeeds is not counted, so people behind one address log in as they like.
 */
public final class LoginLimit {

    private static final Set<String> ATTEMPTS =
            Set.of("/realms/skyholm/login-actions/authenticate", "/realms/skyholm/device");
    private static final String TOKEN = "/realms/skyholm/protocol/openid-connect/token";
    private static final int OF_ACCOUNT_FROM_ADDRESS = 10;
    private static final int OF_ACCOUNT = 100;
    private static final int FROM_ADDRESS = 100;
    private static final double SECONDS = 300;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_NAME = 256;
    private static final int MOST_FIELDS = 65_536;

    private final LongSupplier nanoTime;
    private final Buckets failures = new Buckets(REMEMBERED);

    public LoginLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts the request as a failed login until {@link Attempt#answered} knows better; empty if it is no login. */
    public Optional<Attempt> attempt(Call call, Buffer body) {
        String path = call.request().path();
        if (!HttpMethod.POST.equals(call.request().method()) || !(ATTEMPTS.contains(path) || path.equals(TOKEN))) {
            return Optional.empty();
        }
        Map<String, List<String>> form = form(body);
        if (path.equals(TOKEN) && !first(form, "grant_type").equals("password")) {
            return Optional.empty();
        }
        return Optional.of(counted(counted(ClientAddresses.counted(call.address()), first(form, "username"))));
    }

    /** A refused one is counted nowhere, or one address could use up what an account has from everywhere. */
    private Attempt counted(Map<String, Integer> limits) {
        Set<String> taken = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            int most = limit.getValue();
            Buckets.Taken one = failures.take(limit.getKey(), most / SECONDS, most, nanoTime.getAsLong());
            if (!one.admitted()) {
                taken.forEach(failures::giveBack);
                return new Attempt(Set.of(), one.secondsUntilNext());
            }
            taken.add(limit.getKey());
        }
        return new Attempt(taken, 0);
    }

    /** The name as Keycloak reads it, or another spelling would be counted apart. */
    private static Map<String, Integer> counted(String address, String username) {
        String name = username.trim().toLowerCase(Locale.ROOT);
        String account = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put("address " + address, FROM_ADDRESS);
        if (!account.isEmpty()) {
            counted.put("account " + account, OF_ACCOUNT);
            counted.put("address " + address + " account " + account, OF_ACCOUNT_FROM_ADDRESS);
        }
        return counted;
    }

    /** Read as Keycloak does: all fields, and a semicolon is a letter, or what is counted is not what is tried. */
    private static Map<String, List<String>> form(Buffer body) {
        try {
            return new QueryStringDecoder(
                            body.toString(StandardCharsets.UTF_8), StandardCharsets.UTF_8, false, MOST_FIELDS, true)
                    .parameters();
        } catch (IllegalArgumentException noForm) {
            return Map.of();
        }
    }

    private static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst();
    }

    /** One login, which counts as failed until its answer is known. */
    public final class Attempt {

        private static final int REDIRECT = 302;
        private static final int OK_FOR_TOKENS = 200;

        private final Set<String> counted;
        private final long retryAfter;

        private Attempt(Set<String> counted, long retryAfter) {
            this.counted = counted;
            this.retryAfter = retryAfter;
        }

        /** What refuses it, if too many have failed before. */
        public Optional<Problem> refusal() {
            return retryAfter == 0 ? Optional.empty() : Optional.of(Problems.tooManyRequests(retryAfter));
        }

        /** Keycloak leads on after a success, and shows its page again after a failure. */
        public void answered(String path, int status) {
            if (status == (path.equals(TOKEN) ? OK_FOR_TOKENS : REDIRECT)) {
                counted.forEach(failures::giveBack);
            }
        }
    }
}
