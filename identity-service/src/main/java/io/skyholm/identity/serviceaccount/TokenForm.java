package io.skyholm.identity.serviceaccount;

import jakarta.ws.rs.FormParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The form that asks for a token, in OAuth's words. */
public record TokenForm(
        @FormParam("grant_type") @Schema(description = "How the token is asked for: `client_credentials`") @Nullable String grantType,

        @FormParam("client_id")
        @Schema(description = "The id of the service account; left out where it is sent by HTTP Basic")
        @Nullable String clientId,

        @FormParam("client_secret")
        @Schema(description = "Its secret; left out where it is sent by HTTP Basic")
        @Nullable String clientSecret) {}
