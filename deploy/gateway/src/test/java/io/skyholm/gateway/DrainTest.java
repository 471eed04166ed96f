package io.skyholm.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpServerRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class DrainTest {

    private static final String ASK = "GET /v1/tenants HTTP/1.1\r\nHost: localhost\r\n\r\n";

    @Test
    void callInProgressIsAnsweredBeforeTheGatewayStops() {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        try (TestBed bed = new TestBed().behind("identity", asked::complete).open();
                RawClient busy = bed.raw();
                RawClient idle = bed.raw()) {
            busy.send(ASK);
            assertThat(asked).succeedsWithin(Duration.ofSeconds(20));
            Future<Void> drained = bed.drain();

            assertThat(idle.readToEnd()).isEmpty();
            assertThat(drained.isComplete()).isFalse();
            asked.join().response().end("done");
            assertThat(busy.readToEnd()).startsWith("HTTP/1.1 200 ").endsWith("done");
            TestBed.await(drained);
        }
    }

    @Test
    void callOverHttp2IsAnsweredToo() {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        try (TestBed bed = new TestBed().behind("identity", asked::complete).open()) {
            CompletableFuture<HttpResponse<String>> answer =
                    bed.client().begin(bed.client().request("/v1/tenants"));
            assertThat(asked).succeedsWithin(Duration.ofSeconds(20));
            Future<Void> drained = bed.drain();

            asked.join().response().end("done");
            assertThat(answer.join().body()).isEqualTo("done");
            TestBed.await(drained);
        }
    }

    @Test
    void itStopsInOrder() {
        TestBed bed = new TestBed().absent("identity").open();
        assertThat(bed.client().get("/v1/tenants").statusCode()).isEqualTo(503);

        assertThat(bed.stop()).isTrue();
    }

    @Test
    void newConnectionsAreNotTaken() {
        CompletableFuture<HttpServerRequest> asked = new CompletableFuture<>();
        try (TestBed bed = new TestBed().behind("identity", asked::complete).open();
                RawClient busy = bed.raw()) {
            busy.send(ASK);
            assertThat(asked).succeedsWithin(Duration.ofSeconds(20));
            Future<Void> drained = bed.drain();
            try (RawClient late = bed.raw()) {
                late.sendIfOpen(ASK);
                assertThat(late.readToEnd()).isEmpty();
            }
            asked.join().response().end("done");
            TestBed.await(drained);
        }
    }

    @Test
    void streamsDoNotKeepItFromStopping() {
        try (TestBed bed = new TestBed()
                .behind(
                        "identity",
                        request -> request.response().setChunked(true).write("data: first\n\n"))
                .open()) {
            try (RawClient stream = bed.raw()) {
                stream.send("GET /v1/tenants/stream HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .readUntil("first");

                TestBed.await(bed.drain());
                assertThat(stream.readToEnd()).doesNotContain("HTTP/1.1");
            }
        }
    }
}
