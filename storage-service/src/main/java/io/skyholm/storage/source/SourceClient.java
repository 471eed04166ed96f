package io.skyholm.storage.source;

import io.skyholm.runtime.tenant.TimeLimit;
import io.skyholm.storage.StorageSettings;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Asks sources for their bytes: at the address that was checked and nowhere else, and at each redirection anew. */
@ApplicationScoped
public class SourceClient {

    private static final Logger LOG = Logger.getLogger(SourceClient.class);

    private static final int MOST_REDIRECTIONS = 5;
    private static final int MOST_OF_HOST = 64;
    private static final int FIRST_REDIRECTION = 300;
    private static final int LAST_REDIRECTION = 399;
    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    /** For all that comes before the bytes, redirections included: a head that comes by the drop is never silent for long. */
    private static final Duration ANSWER = Duration.ofSeconds(15);

    private final SourceAddresses addresses;
    private final HttpClient client;
    private final long most;
    private final Duration answer;

    @Inject
    SourceClient(SourceAddresses addresses, Vertx vertx, StorageSettings settings) {
        this(addresses, vertx, settings, ANSWER);
    }

    SourceClient(SourceAddresses addresses, Vertx vertx, StorageSettings settings, Duration answer) {
        this.addresses = addresses;
        this.most = settings.largestImage().asLongValue();
        this.answer = answer;
        this.client = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout((int) CONNECT.toMillis())
                        .setIdleTimeout((int) SILENCE.toSeconds())
                        .setKeepAlive(false),
                new PoolOptions().setHttp1MaxSize(MOST_OF_HOST));
    }

    /** What the source answers, paused before its bytes; from that byte on, if it still has what the validator names. */
    public Uni<SourceStream> open(SourceUrl url, long from, @Nullable String validator) {
        return TimeLimit.of(answer, () -> follow(url, new Asked(from, validator), MOST_REDIRECTIONS))
                .onFailure(TimeoutException.class)
                .transform(tooLate -> new SourceAwayException(
                        "The source did not answer within %d seconds".formatted(answer.toSeconds())));
    }

    private Uni<SourceStream> follow(SourceUrl url, Asked asked, int left) {
        return addresses.of(url).chain(address -> ask(url, address, asked)).chain(response -> {
            int status = response.statusCode();
            if (status < FIRST_REDIRECTION || status > LAST_REDIRECTION) {
                return Uni.createFrom().item(() -> stream(response));
            }
            close(response);
            return follow(redirection(url, response, left), asked, left - 1);
        });
    }

    private static SourceUrl redirection(SourceUrl url, HttpClientResponse response, int left) {
        String location = response.getHeader("Location");
        if (location == null || left == 0) {
            throw new SourceRefusedException(
                    "The source answered %d and leads nowhere".formatted(response.statusCode()));
        }
        SourceUrl next = url.redirected(location);
        if (url.isEncrypted() && !next.isEncrypted()) {
            throw new SourceRefusedException("The source leads from HTTPS to HTTP");
        }
        return next;
    }

    private Uni<HttpClientResponse> ask(SourceUrl url, InetAddress address, Asked asked) {
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setServer(SocketAddress.inetSocketAddress(url.port(), address.getHostAddress()))
                .setHost(url.host())
                .setPort(url.port())
                .setSsl(url.isEncrypted())
                .setURI(url.pathAndQuery())
                .setIdleTimeout(SILENCE.toMillis())
                .putHeader("Accept-Encoding", "identity")
                .putHeader("User-Agent", "Skyholm");
        if (asked.from() > 0 && asked.validator() != null) {
            options.putHeader("Range", "bytes=" + asked.from() + "-").putHeader("If-Range", asked.validator());
        }
        return Uni.createFrom()
                .deferred(() -> answerOf(client.request(options)))
                .onFailure()
                .transform(failure -> {
                    LOG.debugf("%s cannot be reached: %s", url.shown(), failure);
                    return new SourceAwayException("The source cannot be reached, or ended the connection");
                });
    }

    /** Who no longer waits for an answer has no use for the connection either. */
    private static Uni<HttpClientResponse> answerOf(Future<HttpClientRequest> connected) {
        Future<HttpClientResponse> answer = connected
                .compose(HttpClientRequest::send)
                .map(response -> {
                    response.exceptionHandler(nobodyTakesItsBytes -> {});
                    response.pause();
                    return response;
                });
        return Uni.createFrom()
                .completionStage(answer::toCompletionStage)
                .onCancellation()
                .invoke(() -> connected.onSuccess(HttpClientRequest::reset));
    }

    private SourceStream stream(HttpClientResponse response) {
        try {
            return new SourceStream(SourceAnswer.of(response.statusCode(), response.headers(), most), response);
        } catch (SourceRefusedException | SourceAwayException nothing) {
            close(response);
            throw nothing;
        }
    }

    private static void close(HttpClientResponse response) {
        response.request().reset();
    }

    /** What is wanted of a source. */
    private record Asked(long from, @Nullable String validator) {}
}
