package io.skyholm.gateway.limit;

import io.skyholm.gateway.call.Call;
import io.skyholm.gateway.call.ClientAddresses;
import io.skyholm.gateway.problem.Problem;
import io.skyholm.gateway.problem.Problems;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Bounds failed logins: of one account from one address, of one account from everywhere, and from one address for all
 * accounts. Keycloak counts for each user, which lets one address try one password for all of them. An attempt that
 * succeeds is not counted, so people behind one address log in as they like, but for those with a second factor after
 * their password: the password is answered like a wrong one.
 */
public final class LoginLimit {

    private static final String ACTIONS = "/realms/skyholm/login-actions/";
    private static final String AUTHENTICATE = ACTIONS + "authenticate";
    private static final String DEVICE = "/realms/skyholm/device";
    private static final String TOKEN = "/realms/skyholm/protocol/openid-connect/token";
    private static final String SERVICE_TOKEN = "/v1/oauth2/token";
    private static final int OF_ACCOUNT_FROM_ADDRESS = 10;
    private static final int OF_ACCOUNT = 100;
    private static final int FROM_ADDRESS = 100;
    private static final double SECONDS = 300;
    private static final int REMEMBERED = 20_000;
    private static final int LONGEST_NAME = 256;

    private final LongSupplier nanoTime;
    private final Buckets failures = new Buckets(REMEMBERED);

    public LoginLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts the request as a failed login until {@link Attempt#answered} knows better; empty if nothing is guessed by it. */
    public Optional<Attempt> attempt(Call call, Buffer body) {
        String path = call.request().path();
        if (!HttpMethod.POST.equals(call.request().method()) || !isLogin(path)) {
            return Optional.empty();
        }
        Optional<Problem> unread = LoginForm.refusal(call.request(), body);
        if (unread.isPresent()) {
            return Optional.of(refused(path, unread.get()));
        }
        Optional<LoginForm> form = LoginForm.of(body);
        if (form.isEmpty()) {
            return Optional.of(refused(path, Problems.malformed("The form cannot be read.")));
        }
        if (path.equals(TOKEN) && !form.get().first("grant_type").equals("password")) {
            return Optional.empty();
        }
        String address = ClientAddresses.counted(call.address());
        // The secret of a service account cannot be guessed, so its account is not counted: strangers could shut it
        // out.
        String username = path.equals(SERVICE_TOKEN) ? "" : form.get().first("username");
        return Optional.of(counted(path, counted(address, username)));
    }

    /** All of Keycloak's login actions, since each of them may ask for something that can be guessed. */
    private static boolean isLogin(String path) {
        return path.startsWith(ACTIONS) || path.equals(DEVICE) || path.equals(TOKEN) || path.equals(SERVICE_TOKEN);
    }

    /** A refused one is counted nowhere, or one address could use up what an account has from everywhere. */
    private Attempt counted(String path, Map<String, Integer> limits) {
        Set<String> taken = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            int most = limit.getValue();
            Buckets.Taken one = failures.take(limit.getKey(), most / SECONDS, most, nanoTime.getAsLong());
            if (!one.admitted()) {
                taken.forEach(failures::giveBack);
                return refused(path, Problems.tooManyRequests(one.secondsUntilNext()));
            }
            taken.add(limit.getKey());
        }
        return new Attempt(path, taken, Optional.empty());
    }

    private Attempt refused(String path, Problem problem) {
        return new Attempt(path, Set.of(), Optional.of(problem));
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

    /** One login, which counts as failed until its answer is known. */
    public final class Attempt {

        private static final int REDIRECT = 302;
        private static final int OK_FOR_TOKENS = 200;

        private final String path;
        private final Set<String> counted;
        private final Optional<Problem> refusal;

        private Attempt(String path, Set<String> counted, Optional<Problem> refusal) {
            this.path = path;
            this.counted = counted;
            this.refusal = refusal;
        }

        /** What refuses it, if its form is not read, or too many have failed before. */
        public Optional<Problem> refusal() {
            return refusal;
        }

        /**
         * Keycloak leads on after a success, and shows a page after a failure. It shows one as well when it asks for a
         * second factor. What ends such a login well names nobody, and may be a passkey of somebody else than was named
         * before, so it gives back itself and nothing else: by successes of their own nobody gets more guesses.
         */
        public void answered(int status, @Nullable String location) {
            if (status == (isToken() ? OK_FOR_TOKENS : REDIRECT) && !isOutOfDate(location)) {
                counted.forEach(failures::giveBack);
            }
        }

        private boolean isToken() {
            return path.equals(TOKEN) || path.equals(SERVICE_TOKEN);
        }

        /** A form that is out of date leads back to the login. */
        private boolean isOutOfDate(@Nullable String location) {
            return path.equals(AUTHENTICATE) && location != null && location.contains(AUTHENTICATE);
        }
    }
}
