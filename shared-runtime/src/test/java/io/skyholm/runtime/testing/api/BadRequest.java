package io.skyholm.runtime.testing.api;

import java.net.http.HttpRequest;
import java.util.Set;

/**
 * A request that must be refused, and how.
 *
 * @param what what is wrong with it
 * @param statuses the HTTP statuses that are a right answer
 * @param field the field that the answer has to name; empty if none is at fault
 */
record BadRequest(String what, HttpRequest request, Set<Integer> statuses, String field) {

    static BadRequest of(String what, HttpRequest request, Integer... statuses) {
        return new BadRequest(what, request, Set.of(statuses), "");
    }

    static BadRequest ofField(String field, String what, HttpRequest request) {
        return new BadRequest(field + ": " + what, request, Set.of(400, 422), field);
    }
}
