package io.skyholm.identity.serviceaccount;

import jakarta.ws.rs.FormParam;
import org.jspecify.annotations.Nullable;

/** The form that asks for a token, in OAuth's words. */
public record TokenForm(
        @FormParam("grant_type") @Nullable String grantType,
        @FormParam("client_id") @Nullable String clientId,
        @FormParam("client_secret") @Nullable String clientSecret) {}
