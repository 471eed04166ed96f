package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.AddressBlock;
import io.skyholm.gateway.call.PathVariants;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoginLimitTest {

    private static final String LOGIN = "/realms/skyholm/login-actions/authenticate?session_code=abc";
    private static final String TOKEN = "/realms/skyholm/protocol/openid-connect/token";
    private static final String SERVICE_TOKEN = "/v1/oauth2/token";
    private static final int OF_ACCOUNT_FROM_ADDRESS = 10;
    private static final int OF_ACCOUNT = 100;
    private static final int FROM_ADDRESS = 100;

    private TestBed bed;

    @BeforeEach
    void open() {
        bed = new TestBed()
                .keycloak(request -> request.body().onSuccess(form -> answer(request, form)))
                .behind(
                        "identity",
                        request -> request.response().setStatusCode(401).end())
                .proxies(new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8")), false))
                .classes(TestLimits.json("65536 held 1 30 8 100 100 100 0 0 0"))
                .open();
    }

    @AfterEach
    void close() {
        bed.close();
    }

    @Test
    void passwordsOfOneAccountCannotBeTriedOnAndOn() {
        assertThat(statuses(OF_ACCOUNT_FROM_ADDRESS, "203.0.113.1", number -> "ada"))
                .containsOnly(200);
        int before = bed.seen();

        HttpResponse<String> refused = post(LOGIN, "203.0.113.1", "username=%20ADA&password=right");

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().firstValue("Retry-After")).isPresent();
        assertThat(Client.json(refused).getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        assertThat(bed.seen()).isEqualTo(before);
        assertThat(statuses(1, "203.0.113.1", number -> "bob")).containsOnly(200);
        assertThat(statuses(1, "203.0.113.2", number -> "ada")).containsOnly(200);
    }

    @Test
    void tokensForPasswordsAreCountedToo() {
        String form = "grant_type=password&client_id=x&username=ada&password=wrong";
        IntStream.range(0, OF_ACCOUNT_FROM_ADDRESS)
                .forEach(number -> assertThat(post(TOKEN, "203.0.113.1", form).statusCode())
                        .isEqualTo(401));

        assertThat(post(TOKEN, "203.0.113.1", form).statusCode()).isEqualTo(429);
        assertThat(post(TOKEN, "203.0.113.1", "grant_type=refresh_token&refresh_token=x")
                        .statusCode())
                .isEqualTo(401);
    }

    @Test
    void secretsOfServiceAccountsCannotBeTriedOnAndOnAndNobodyIsShutOutByThoseWhoTry() {
        String form = "grant_type=client_credentials&client_id=backup&client_secret=wrong";
        IntStream.range(0, FROM_ADDRESS).forEach(number -> assertThat(
                        post(SERVICE_TOKEN, "203.0.113.1", form).statusCode())
                .isEqualTo(401));

        assertThat(post(SERVICE_TOKEN, "203.0.113.1", form).statusCode()).isEqualTo(429);
        assertThat(withBasic("nightly:another").statusCode()).isEqualTo(429);
        assertThat(post(SERVICE_TOKEN, "203.0.113.2", form).statusCode()).isEqualTo(401);
    }

    @Test
    void onePasswordCannotBeTriedForAllAccountsFromOneAddress() {
        assertThat(statuses(FROM_ADDRESS, "203.0.113.1", number -> "user-" + number))
                .containsOnly(200);

        assertThat(statuses(1, "203.0.113.1", number -> "ada")).containsOnly(429);
        assertThat(statuses(1, "203.0.113.2", number -> "ada")).containsOnly(200);
    }

    @Test
    void oneAccountCannotBeTriedFromEverywhere() {
        assertThat(IntStream.range(0, OF_ACCOUNT)
                        .map(number -> wrong("203.0.113." + number, "ada").statusCode()))
                .containsOnly(200);

        assertThat(wrong("203.0.113.200", "ada").statusCode()).isEqualTo(429);
        assertThat(wrong("203.0.113.200", "bob").statusCode()).isEqualTo(200);
    }

    @Test
    void whoIsRefusedUsesUpNothingOfTheAccount() {
        statuses(OF_ACCOUNT * 2, "203.0.113.1", number -> "ada");

        assertThat(statuses(1, "203.0.113.2", number -> "ada")).containsOnly(200);
    }

    @Test
    void peopleBehindOneAddressLogInAsTheyLike() {
        assertThat(IntStream.range(0, FROM_ADDRESS * 2)
                        .map(number -> post(LOGIN, "203.0.113.1", "username=user-" + number + "&password=right")
                                .statusCode()))
                .containsOnly(302);
    }

    @Test
    void manyPeopleOfOneAddressLogInWithASecondFactor() {
        for (int person = 0; person < FROM_ADDRESS - 1; person++) {
            String login = LOGIN + "&tab_id=" + person;
            assertThat(post(login, "203.0.113.1", "username=user-" + person + "&password=first")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(post(login, "203.0.113.1", "otp=right").statusCode()).isEqualTo(302);
        }
    }

    @Test
    void aLoginThatEndsWellGivesBackNoOtherGuess() {
        for (int guess = 0; guess < FROM_ADDRESS; guess++) {
            post(LOGIN + "&tab_id=a" + guess, "203.0.113.1", "username=user-" + guess + "&password=wrong");
        }

        assertThat(post(LOGIN + "&tab_id=b", "203.0.113.1", "otp=right").statusCode())
                .isEqualTo(429);
    }

    /** Whoever has an account logs in to it, by a passkey or a code, where they have tried somebody else's password. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "credentialId=own&signature=right&otp=right",
                "otp=right",
                "username=&otp=right",
                "username=mallory&password=right",
                "password=right"
            })
    void successesOfOnesOwnLetOneAddressTryNoMoreAccounts(String success) {
        int tried = 0;
        for (int victim = 0; victim < FROM_ADDRESS + 20; victim++) {
            String login = LOGIN + "&tab_id=" + victim;
            tried += post(login, "203.0.113.1", "username=user-" + victim + "&password=wrong")
                                    .statusCode()
                            == 200
                    ? 1
                    : 0;
            post(login, "203.0.113.1", success);
            post(login, "203.0.113.1", success);
        }

        assertThat(tried).isLessThanOrEqualTo(FROM_ADDRESS);
    }

    @Test
    void aFormThatIsOutOfDateIsNoSuccess() {
        for (int guess = 0; guess < OF_ACCOUNT_FROM_ADDRESS; guess++) {
            assertThat(post(LOGIN, "203.0.113.1", "username=ada&password=late").statusCode())
                    .isEqualTo(302);
        }

        assertThat(wrong("203.0.113.1", "ada").statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/x-www-form-urlencoded                     | 200",
                "Application/X-WWW-Form-Urlencoded; Charset=\"UTF-8\" | 200",
                "application/x-www-form-urlencoded;charset=utf-8       | 200",
                "application/x-www-form-urlencoded; charset=UTF-16BE   | 415",
                "application/x-www-form-urlencoded; charset=IBM037     | 415",
                "application/x-www-form-urlencoded; charset=utf-8; charset=UTF-16BE | 415",
                "application/x-www-form-urlencoded; x=1; charset=UTF-16BE | 415",
                "application/x-www-form-urlencoded, multipart/form-data | 415",
                "multipart/form-data; boundary=b                       | 415",
                "multipart/form-data                                   | 415",
                "text/plain                                            | 415",
                "application/json                                      | 415",
                "*/*                                                   | 415"
            })
    void aFormThatKeycloakAloneCouldReadIsRefused(String type, int status) {
        for (String path :
                List.of(LOGIN, "/realms/skyholm/login-actions/reset-credentials", "/realms/skyholm/device")) {
            assertThat(send(path, "username=ada&password=wrong", "Content-Type", type)
                            .statusCode())
                    .as(path)
                    .isEqualTo(status);
        }
        for (String path : List.of(TOKEN, SERVICE_TOKEN)) {
            assertThat(send(path, "grant_type=password&username=ada&password=wrong", "Content-Type", type)
                            .statusCode())
                    .as(path)
                    .isEqualTo(status == 200 ? 401 : status);
        }
    }

    @Test
    void aFormOfNoTypeOrTwoOrPackedOneIsRefusedBeforeKeycloakSeesIt() {
        String form = "username=ada&password=wrong";
        String urlencoded = "application/x-www-form-urlencoded";

        HttpResponse<String> refused = send(LOGIN, form);
        assertThat(refused.statusCode()).isEqualTo(415);
        assertThat(Client.json(refused).getString("code")).isEqualTo("UNSUPPORTED_MEDIA_TYPE");
        assertThat(send(LOGIN, form, "Content-Type", urlencoded, "Content-Type", "multipart/form-data; boundary=b")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(LOGIN, form, "Content-Type", urlencoded, "Content-Encoding", "gzip")
                        .statusCode())
                .isEqualTo(415);
        assertThat(send(LOGIN, form + "&x=%zz", "Content-Type", urlencoded).statusCode())
                .isEqualTo(400);
        assertThat(bed.seen()).isZero();
        assertThat(send(LOGIN, "").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/realms/skyholm/login-actions/authenticate",
                "/realms/skyholm/login-actions/reset-credentials",
                "/realms/skyholm/login-actions/required-action",
                "/realms/skyholm/device"
            })
    void everyLoginActionIsCountedAndHasOneSpelling(String path) {
        for (int guess = 0; guess < OF_ACCOUNT_FROM_ADDRESS; guess++) {
            assertThat(post(path, "203.0.113.1", "username=ada&password=wrong").statusCode())
                    .isEqualTo(200);
        }
        assertThat(post(path, "203.0.113.1", "username=ada&password=wrong").statusCode())
                .isEqualTo(429);
        for (String variant : PathVariants.of(path)) {
            assertThat(post(variant, "203.0.113.1", "username=ada&password=wrong")
                            .statusCode())
                    .as(variant)
                    .isEqualTo(400);
        }
    }

    private List<Integer> statuses(int times, String address, IntFunction<String> username) {
        return IntStream.range(0, times)
                .mapToObj(username)
                .map(name -> wrong(address, name).statusCode())
                .toList();
    }

    private HttpResponse<String> wrong(String address, String username) {
        return post(LOGIN, address, "username=" + username + "&password=wrong");
    }

    private HttpResponse<String> post(String path, String address, String form) {
        return bed.client()
                .send(bed.client()
                        .request(path)
                        .headers("X-Forwarded-For", address, "Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> send(String path, String form, String... headers) {
        HttpRequest.Builder request = bed.client().request(path);
        return bed.client()
                .send((headers.length == 0 ? request : request.headers(headers)).POST(BodyPublishers.ofString(form)));
    }

    private HttpResponse<String> withBasic(String credentials) {
        String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
        return bed.client()
                .send(bed.client()
                        .request(SERVICE_TOKEN)
                        .headers(
                                "X-Forwarded-For",
                                "203.0.113.1",
                                "Authorization",
                                "Basic " + encoded,
                                "Content-Type",
                                "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials")));
    }

    /** As Keycloak does: it leads on after the right password, back to the login when that was too late, and shows its page again after a wrong one. */
    private static void answer(HttpServerRequest request, Buffer form) {
        boolean right =
                form.toString().contains("password=right") || form.toString().contains("otp=right");
        boolean late = form.toString().contains("password=late");
        boolean token = request.path().equals(TOKEN);
        if (token) {
            request.response().setStatusCode(right ? 200 : 401).end();
        } else {
            request.response()
                    .setStatusCode(right || late ? 302 : 200)
                    .putHeader("Location", late ? "https://localhost" + LOGIN : "/")
                    .end();
        }
    }
}
