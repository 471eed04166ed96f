package io.skyholm.identity.serviceaccount;

/** Why no token is given, in OAuth's word (RFC 6749, 5.2) and in ours. */
final class TokenRefusal extends RuntimeException {

    private static final int UNAUTHORIZED = 401;
    private static final int BAD_REQUEST = 400;
    private static final String INVALID_CLIENT = "invalid_client";

    private final String error;
    private final String detail;

    TokenRefusal(String error, String detail) {
        super(detail, null, false, false);
        this.error = error;
        this.detail = detail;
    }

    /** The same for whatever is wrong: nobody learns which accounts there are. */
    static TokenRefusal unknownClient() {
        return new TokenRefusal(
                INVALID_CLIENT, "There is no enabled service account with this client_id and client_secret");
    }

    int status() {
        return error.equals(INVALID_CLIENT) ? UNAUTHORIZED : BAD_REQUEST;
    }

    String error() {
        return error;
    }

    String detail() {
        return detail;
    }
}
