package io.skyholm.identity.secret;

/**
 * A table whose tokens can be held. The room that owns it writes its name, since whoever reads that room has to see which
 * statements change its rows.
 *
 * @param select a select of the ids, without conditions
 * @param update the beginning of an update
 * @param usable what must be true of a token that is worth anything, beside its time
 */
public record TokenTable(String select, String update, String usable) {

    private static final String FREE = """
            token_hash = $1 and expires_at > calendar_now() and (claimed_until is null or claimed_until < now())""";

    String find() {
        return select + " where " + usable + " and " + FREE;
    }

    String claim() {
        return update + " set claimed_until = now() + interval '30 seconds' where " + usable + " and " + FREE
                + " returning id";
    }

    String release() {
        return update + " set claimed_until = null where id = $1";
    }
}
