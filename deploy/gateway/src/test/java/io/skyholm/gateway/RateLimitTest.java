package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.skyholm.gateway.call.AddressBlock;
import io.skyholm.gateway.call.TestTokens;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    private static final String OF_ADDRESS = "1";
    private static final String OF_USER = "2";

    @Test
    void callerOverTheLimitIsA429ThatSaysWhenToComeBack() {
        try (TestBed bed = bed(1)) {
            HttpResponse<String> answer = Stream.generate(() -> bed.client().get("/v1/tenants"))
                    .limit(10)
                    .filter(got -> got.statusCode() != 200)
                    .findFirst()
                    .orElseThrow();

            assertThat(answer.statusCode()).isEqualTo(429);
            assertThat(answer.headers().firstValue("Retry-After")).contains("1");
            assertThat(answer.headers().firstValue("RateLimit-Limit")).contains("1");
            assertThat(answer.headers().firstValue("RateLimit-Remaining")).contains("0");
            assertThat(answer.headers().firstValue("RateLimit-Reset")).isPresent();
            assertThat(Client.json(answer).getString("code")).isEqualTo("TOO_MANY_REQUESTS");
        }
    }

    @Test
    void usersBehindOneAddressAreCountedByTheirTokens() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();
            assertThat(statuses(bed, 10, number -> TestTokens.bearer("ada", "acme")))
                    .contains(429);

            assertThat(statuses(bed, 1, number -> TestTokens.bearer("bob", "other")))
                    .containsOnly(200);
        }
    }

    @Test
    void aNewTokenOfTheSameUserIsNoWayAroundTheLimit() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();

            assertThat(statuses(
                            bed,
                            10,
                            number -> "Bearer "
                                    + TestTokens.token(
                                            "ada", "acme", Instant.now().plusSeconds(100 + number))))
                    .contains(429);
        }
    }

    @Test
    void serviceAccountsBehindOneAddressAreCountedByTheirTokens() {
        try (TestBed bed = bed(1)) {
            assertThat(statuses(bed, 10, number -> TestTokens.bearerOfServiceAccount("backup", "acme")))
                    .contains(429);

            assertThat(statuses(bed, 1, number -> TestTokens.bearerOfServiceAccount("deploy", "other")))
                    .containsOnly(200);
        }
    }

    @Test
    void keyOfServiceAccountsSignsNoTokenOfAPerson() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();

            assertThat(limitOf(bed, TestTokens.bearerOfServiceAccount("backup", "acme")))
                    .isEqualTo(OF_USER);
            assertThat(limitOf(bed, TestTokens.bearerByServiceKey("ada", "acme")))
                    .isEqualTo(OF_ADDRESS);
        }
    }

    @Test
    void usersOfOneTenantShareItsLimit() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();

            assertThat(statuses(bed, 30, number -> TestTokens.bearer("user-" + number, "acme")))
                    .contains(200, 429);
        }
    }

    @Test
    void strangersWhoFloodDoNotBlockTheUsersBehindTheirAddress() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();
            assertThat(statuses(bed, 10, number -> "Bearer made-up")).contains(429);

            assertThat(statuses(bed, 1, number -> TestTokens.bearer("ada", "acme")))
                    .containsOnly(200);
        }
    }

    @Test
    void madeUpTokensDoNotGetAroundTheLimit() {
        try (TestBed bed = bed(1)) {
            bed.awaitKeys();
            String forged = TestTokens.bearer("ada", "acme");

            assertThat(statuses(bed, 10, number -> "Bearer " + number)).contains(429);
            assertThat(limitOf(bed, forged)).isEqualTo(OF_USER);
            assertThat(limitOf(bed, forged.substring(0, forged.length() - 30) + "A".repeat(30)))
                    .isEqualTo(OF_ADDRESS);
            assertThat(limitOf(
                            bed,
                            "Bearer "
                                    + TestTokens.token(
                                            "ada", "acme", Instant.now().minusSeconds(1))))
                    .isEqualTo(OF_ADDRESS);
        }
    }

    @Test
    void whoHasManyNetworksOfIpv6HasNotAsManyShares() {
        TrustedProxies here = new TrustedProxies(List.of(AddressBlock.of("127.0.0.0/8")), false);
        try (TestBed bed = bed(1, here)) {
            assertThat(from(bed, 40, number -> "2001:db8:7:" + number + "::1")).contains(200, 429);

            assertThat(from(bed, 1, number -> "2001:db8:8::1")).containsOnly(200);
            assertThat(from(bed, 12, number -> "203.0.113." + number)).containsOnly(200);
        }
    }

    @Test
    void zeroMeansNoLimit() {
        try (TestBed bed = bed(0)) {
            assertThat(IntStream.range(0, 20)
                            .map(sent -> bed.client().get("/v1/tenants").statusCode()))
                    .containsOnly(200);
        }
    }

    private static String limitOf(TestBed bed, String authorization) {
        return bed.client()
                .get("/v1/tenants", "Authorization", authorization)
                .headers()
                .firstValue("RateLimit-Limit")
                .orElseThrow();
    }

    private static List<Integer> statuses(TestBed bed, int times, IntFunction<String> authorization) {
        return IntStream.range(0, times)
                .mapToObj(authorization)
                .map(credential -> bed.client()
                        .get("/v1/tenants", "Authorization", credential)
                        .statusCode())
                .toList();
    }

    private static List<Integer> from(TestBed bed, int times, IntFunction<String> address) {
        return IntStream.range(0, times)
                .mapToObj(address)
                .map(client -> bed.client()
                        .get("/v1/tenants", "X-Forwarded-For", client)
                        .statusCode())
                .toList();
    }

    /** Of a tenant four times as many; by how many a user may have, they are told from strangers. */
    private static TestBed bed(int perSecond) {
        return bed(perSecond, TrustedProxies.NONE);
    }

    private static TestBed bed(int perSecond, TrustedProxies proxies) {
        int user = perSecond * 2;
        return new TestBed()
                .proxies(proxies)
                .behind("identity", request -> request.response().end())
                .keycloak(request -> request.response().end())
                .classes(TestLimits.table(
                        "warm 1000 held 1 30 8 100 100 100 10000 20000 0 GET:/v1/none",
                        "json 1000 held 1 30 8 100 100 100 " + perSecond + " " + user + " " + perSecond * 8 + " *:/*"))
                .open();
    }
}
