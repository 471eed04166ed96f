package io.skyholm.runtime.contract;

import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;

/** Says with what callers prove who they are. */
final class OperationSecurity {

    private static final String OIDC = "oidc";
    private static final String BEARER = "bearer";
    private static final String API_KEY = "apiKey";
    private static final String REQUIRED_PERMISSION = "x-required-permission";

    /** The gateway passes these paths on to Keycloak, so they hold at whichever address the API is reached. */
    private static final String REALM = "/realms/skyholm/protocol/openid-connect/";

    private OperationSecurity() {}

    static void describe(Components components) {
        components.addSecurityScheme(
                OIDC,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.OAUTH2)
                        .description("Log in with a browser: OpenID Connect, authorization code with PKCE (S256)."
                                + " The public client skyholm-cli may be used by programs on a person's machine.")
                        .flows(OASFactory.createOAuthFlows()
                                .authorizationCode(OASFactory.createOAuthFlow()
                                        .authorizationUrl(REALM + "auth")
                                        .tokenUrl(REALM + "token")
                                        .refreshUrl(REALM + "token")
                                        .addScope("openid", "Identifies the person who logs in"))));
        components.addSecurityScheme(
                BEARER,
                bearer().bearerFormat("JWT")
                        .description("An access token of the realm skyholm, or of a service account:"
                                + " `Authorization: Bearer <token>`"));
        components.addSecurityScheme(
                API_KEY,
                bearer().bearerFormat("sky_…")
                        .description("An API key, for programs: `Authorization: Bearer sky_…`;"
                                + " it has at most the permissions of the user who created it"));
    }

    static void write(ResourceMethod method, Operation operation) {
        method.permission().ifPresent(permission -> operation.addExtension(REQUIRED_PERMISSION, permission));
        operation.setSecurity(
                method.open()
                        ? List.of()
                        : List.of(
                                OASFactory.createSecurityRequirement().addScheme(OIDC, "openid"),
                                OASFactory.createSecurityRequirement().addScheme(BEARER),
                                OASFactory.createSecurityRequirement().addScheme(API_KEY)));
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme().type(SecurityScheme.Type.HTTP).scheme("bearer");
    }
}
