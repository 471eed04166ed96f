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
import org.jspecify.annotations.Nullable;

/**
 * Bounds failed logins: of one account from one address, of one account from everywhere, and from one address for all
 * accounts. Keycloak counts for each user, which lets one address try one password for all of them. An attempt that
 * succeeds is not counted, so people behind one address log in as they like.
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
    private static final int MOST_FIELDS = 65_536;

    private final LongSupplier nanoTime;
    private final Buckets failures = new Buckets(REMEMBERED);
    private final UnfinishedLogins unfinished = new UnfinishedLogins(REMEMBERED);

    public LoginLimit(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Counts the request as a failed login until {@link Attempt#answered} knows better; empty if it is no login. */
    public Optional<Attempt> attempt(Call call, Buffer body) {
        String path = call.request().path();
        if (!HttpMethod.POST.equals(call.request().method()) || !isLogin(path)) {
            return Optional.empty();
        }
        Map<String, List<String>> form = form(body);
        if (path.equals(TOKEN) && !first(form, "grant_type").equals("password")) {
            return Optional.empty();
        }
        String address = ClientAddresses.counted(call.address());
        // The secret of a service account cannot be guessed, so its account is not counted: strangers could shut it
        // out.
        String username = path.equals(SERVICE_TOKEN) ? "" : first(form, "username");
        Step step = new Step(path, address, tab(call), username.isBlank());
        return Optional.of(counted(step, counted(address, username)));
    }

    /** All of Keycloak's login actions, since each of them may ask for something that can be guessed. */
    private static boolean isLogin(String path) {
        return path.startsWith(ACTIONS) || path.equals(DEVICE) || path.equals(TOKEN) || path.equals(SERVICE_TOKEN);
    }

    /** Which login of a browser it belongs to, as Keycloak tells them apart. */
    private static String tab(Call call) {
        Map<String, List<String>> query = new QueryStringDecoder(
                        call.request().uri(), StandardCharsets.UTF_8, true, MOST_FIELDS, true)
                .parameters();
        String tab = first(query, "tab_id");
        return tab.substring(0, Math.min(tab.length(), LONGEST_NAME));
    }

    /** A refused one is counted nowhere, or one address could use up what an account has from everywhere. */
    private Attempt counted(Step step, Map<String, Integer> limits) {
        Set<String> taken = new LinkedHashSet<>();
        for (Map.Entry<String, Integer> limit : limits.entrySet()) {
            int most = limit.getValue();
            Buckets.Taken one = failures.take(limit.getKey(), most / SECONDS, most, nanoTime.getAsLong());
            if (!one.admitted()) {
                taken.forEach(failures::giveBack);
                return new Attempt(step, Set.of(), one.secondsUntilNext());
            }
            taken.add(limit.getKey());
        }
        return new Attempt(step, taken, 0);
    }

    /** The name as Keycloak reads it, or another spelling would be counted apart. */
    private static Map<String, Integer> counted(String address, String username) {
        String name = username.trim().toLowerCase(Locale.ROOT);
        String account = name.substring(0, Math.min(name.length(), LONGEST_NAME));
        Map<String, Integer> counted = new LinkedHashMap<>();
        counted.put(ofAddress(address), FROM_ADDRESS);
        if (!account.isEmpty()) {
            counted.put("account " + account, OF_ACCOUNT);
            counted.put("address " + address + " account " + account, OF_ACCOUNT_FROM_ADDRESS);
        }
        return counted;
    }

    private static String ofAddress(String address) {
        return "address " + address;
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

    static String first(Map<String, List<String>> form, String field) {
        return form.getOrDefault(field, List.of("")).getFirst();
    }

    /** One form of a login; a second factor comes after the password, and without the name. */
    private record Step(String path, String address, String tab, boolean isLater) {

        boolean isToken() {
            return path.equals(TOKEN) || path.equals(SERVICE_TOKEN);
        }

        boolean mayGoOn() {
            return path.equals(AUTHENTICATE) && !tab.isEmpty();
        }

        String login() {
            return address + " " + tab;
        }
    }

    /** One login, which counts as failed until its answer is known. */
    public final class Attempt {

        private static final int REDIRECT = 302;
        private static final int OK_FOR_TOKENS = 200;

        private final Step step;
        private final Set<String> counted;
        private final long retryAfter;

        private Attempt(Step step, Set<String> counted, long retryAfter) {
            this.step = step;
            this.counted = counted;
            this.retryAfter = retryAfter;
        }

        /** What refuses it, if too many have failed before. */
        public Optional<Problem> refusal() {
            return retryAfter == 0 ? Optional.empty() : Optional.of(Problems.tooManyRequests(retryAfter));
        }

        /**
         * Keycloak leads on after a success, and shows a page after a failure. It shows one as well when it asks for a
         * second factor, so a login that ends well gives back what its password has taken of the address.
         */
        public void answered(int status, @Nullable String location) {
            if (status == (step.isToken() ? OK_FOR_TOKENS : REDIRECT)) {
                counted.forEach(failures::giveBack);
                if (step.mayGoOn() && step.isLater() && leavesLogin(location) && unfinished.end(step.login())) {
                    failures.giveBack(ofAddress(step.address()));
                }
            } else if (step.mayGoOn() && !step.isLater()) {
                unfinished.begin(step.login());
            }
        }

        /** A form that is out of date leads back to the login. */
        private static boolean leavesLogin(@Nullable String location) {
            return location != null && !location.contains(AUTHENTICATE);
        }
    }
}
