package io.skyholm.identity.serviceaccount;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A token as OAuth writes it. */
@Schema(name = "ServiceToken")
public record TokenView(
        @JsonProperty("access_token") String accessToken,
        @JsonProperty("token_type") String tokenType,
        @JsonProperty("expires_in") long expiresIn) {

    /** Nobody reads it in a log. */
    @Override
    public String toString() {
        return "TokenView";
    }
}
