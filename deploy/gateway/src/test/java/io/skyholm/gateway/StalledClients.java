package io.skyholm.gateway;

import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.ArrayList;
import java.util.List;

/** Clients without a token that begin requests and never end them. */
final class StalledClients implements AutoCloseable {

    private static final int CONNECTIONS = 5;

    private final TestBed bed;
    private final HttpClient http2;
    private final List<RawClient> http1 = new ArrayList<>();

    StalledClients(TestBed bed) {
        this.bed = bed;
        this.http2 = bed.vertx()
                .createHttpClient(
                        new HttpClientOptions()
                                .setProtocolVersion(HttpVersion.HTTP_2)
                                .setSsl(true)
                                .setUseAlpn(true)
                                .setTrustAll(true)
                                .setVerifyHost(false),
                        new PoolOptions().setHttp2MaxSize(CONNECTIONS));
    }

    void overHttp1(int count) {
        for (int client = 0; client < count; client++) {
            http1.add(bed.raw()
                    .send("POST /v1/tenants HTTP/1.1\r\nHost: localhost\r\nContent-Length: 10000\r\n\r\n{\"name\""));
        }
    }

    void overHttp2(int count) {
        for (int stream = 0; stream < count; stream++) {
            HttpClientRequest request = TestBed.await(http2.request(new RequestOptions()
                    .setMethod(HttpMethod.POST)
                    .setHost("localhost")
                    .setPort(bed.port())
                    .setURI("/v1/tenants")));
            request.exceptionHandler(given -> {});
            TestBed.await(request.putHeader("Content-Length", "10000").write("{\"name\""));
        }
    }

    @Override
    public void close() {
        http1.forEach(RawClient::close);
        TestBed.await(http2.close());
    }
}
