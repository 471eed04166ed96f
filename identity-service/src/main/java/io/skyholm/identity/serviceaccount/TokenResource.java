package io.skyholm.identity.serviceaccount;

import io.skyholm.runtime.access.Open;
import io.skyholm.runtime.call.CurrentCall;
import io.skyholm.runtime.problem.ProblemBody;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The token endpoint of OAuth (RFC 6749, 4.4), for service accounts. */
@Path("/v1/oauth2/token")
@Tag(name = "Service accounts")
public class TokenResource {

    private final AccountTokens tokens;
    private final CurrentCall current;

    TokenResource(AccountTokens tokens, CurrentCall current) {
        this.tokens = tokens;
        this.current = current;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Open(because = "the secret of the account proves who asks")
    @Operation(summary = "Exchange a service account's secret for a token of 15 minutes")
    @APIResponse(
            responseCode = "200",
            description = "The token",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TokenView.class)))
    @APIResponse(
            responseCode = "400",
            description = "The form is not as OAuth has it",
            content =
                    @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = TokenProblem.class)))
    @APIResponse(
            responseCode = "401",
            description = "The client_id or the client_secret is wrong, or the account is disabled",
            content =
                    @Content(mediaType = ProblemBody.MEDIA_TYPE, schema = @Schema(implementation = TokenProblem.class)))
    public Uni<Response> token(@Context HttpHeaders headers, @BeanParam TokenForm form) {
        String requestId = current.anonymous().origin().requestId();
        return Uni.createFrom()
                .item(() -> ClientCredentials.of(headers.getHeaderString(HttpHeaders.AUTHORIZATION), form))
                .chain(credentials -> tokens.exchange(current.anonymous(), credentials))
                .map(token -> Response.ok(token, MediaType.APPLICATION_JSON_TYPE)
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build())
                .onFailure(TokenRefusal.class)
                .recoverWithItem(refused -> refusal(refused, requestId));
    }

    private static Response refusal(TokenRefusal refused, String requestId) {
        return Response.status(refused.status())
                .type(ProblemBody.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"skyholm\"")
                .entity(TokenProblem.of(refused, requestId))
                .build();
    }
}
