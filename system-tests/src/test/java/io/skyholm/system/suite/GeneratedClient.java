package io.skyholm.system.suite;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.skyholm.client.ApiClient;
import io.skyholm.client.ApiException;
import java.net.http.HttpClient;
import java.time.Duration;

/**
 * The client that the build generates from the published document, as one caller uses it. It takes nothing that the document
 * does not name, so that a journey fails where the document is wrong.
 */
public final class GeneratedClient extends ApiClient {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .sslContext(Door.trust())
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private GeneratedClient(String token) {
        super(HttpClient.newBuilder(), strict(), Door.address().toString());
        setReadTimeout(Duration.ofSeconds(20));
        setRequestInterceptor(
                request -> request.header("Authorization", "Bearer " + token).header("User-Agent", "skyholm-journey"));
    }

    /** With the token of that caller. */
    public static ApiClient as(Api caller) {
        return new GeneratedClient(caller.token());
    }

    /** The one for all, since each has threads of its own. */
    @Override
    public HttpClient getHttpClient() {
        return HTTP;
    }

    private static ObjectMapper strict() {
        return createDefaultObjectMapper().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /** A call of the generated client. */
    @FunctionalInterface
    public interface Call<T> {
        T answer() throws ApiException;

        /** The answer; a refusal fails the journey. */
        static <T> T to(Call<T> call) {
            try {
                return call.answer();
            } catch (ApiException refused) {
                throw new AssertionError(refused.getMessage(), refused);
            }
        }

        /** The status with which a call is refused. */
        static int refused(Call<?> call) {
            try {
                throw new AssertionError("It was answered: " + call.answer());
            } catch (ApiException refused) {
                return refused.getCode();
            }
        }
    }
}
