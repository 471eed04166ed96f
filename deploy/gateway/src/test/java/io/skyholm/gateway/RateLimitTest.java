package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RateLimitTest {

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
    void callersAreToldApartByTheirTokens() {
        try (TestBed bed = bed(1)) {
            IntStream.range(0, 4).forEach(sent -> bed.client().get("/v1/tenants", "Authorization", "Bearer one"));

            assertThat(bed.client()
                            .get("/v1/tenants", "Authorization", "Bearer two")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void madeUpTokensDoNotGetAroundTheLimit() {
        try (TestBed bed = bed(1)) {
            assertThat(IntStream.range(0, 40).map(sent -> bed.client()
                            .get("/v1/tenants", "Authorization", "Bearer " + sent)
                            .statusCode()))
                    .contains(429);
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

    private static TestBed bed(int perSecond) {
        Limits usual = Limits.USUAL;
        return new TestBed()
                .behind("identity", request -> request.response().end())
                .limits(new Limits(usual.bodyBytes(), perSecond, 100, 100, usual.answer(), usual.idle()))
                .open();
    }
}
