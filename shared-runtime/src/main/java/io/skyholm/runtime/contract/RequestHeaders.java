package io.skyholm.runtime.contract;

import io.skyholm.runtime.accessgrant.AccessGrantHeader;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;

/**
 * What callers may attach to a request: under whose consent it is made. And to a change: carry it out once, only on this
 * version, or only try it.
 */
final class RequestHeaders {

    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String IF_MATCH = "IfMatch";
    private static final String DRY_RUN = "DryRun";
    private static final String ACCESS_GRANT = "AccessGrant";
    private static final int LONGEST_KEY = 128;

    private RequestHeaders() {}

    static void describe(Components components) {
        components.addParameter(
                IDEMPOTENCY_KEY,
                parameter(Parameter.In.HEADER, "Idempotency-Key")
                        .description("A name for this request that the caller chooses. A repetition under the same key"
                                + " within two days is answered with the first answer and changes nothing.")
                        .example("order-1017")
                        .schema(text().minLength(1).maxLength(LONGEST_KEY).pattern("^[\\x21-\\x7e]+$")));
        components.addParameter(
                IF_MATCH,
                parameter(Parameter.In.HEADER, "If-Match")
                        .description("The ETag of the version that is to be changed; if the resource has changed since,"
                                + " the request is refused with 412.")
                        .example("\"3\"")
                        .schema(text()));
        components.addParameter(
                DRY_RUN,
                parameter(Parameter.In.QUERY, "dry_run")
                        .description("`true` to check the request and get its answer without changing anything")
                        .example(true)
                        .schema(OASFactory.createSchema()
                                .addType(Schema.SchemaType.BOOLEAN)
                                .defaultValue(false)));
        components.addParameter(
                ACCESS_GRANT,
                parameter(Parameter.In.HEADER, AccessGrantHeader.NAME)
                        .description(
                                "The id of an access grant, for an operator who works in the tenant that consented to it:"
                                        + " the call sees that tenant and no other, may do what the grant names,"
                                        + " and stands in the tenant's audit.")
                        .example("01977a45-0000-7b21-8a10-5e10c2d4a701")
                        .schema(text().format("uuid")));
    }

    static void write(ResourceMethod method, Operation operation) {
        if (method.opensByGrant()) {
            refer(operation, ACCESS_GRANT);
        }
        if (method.changes()) {
            refer(operation, DRY_RUN);
        }
        if (method.repeatable()) {
            refer(operation, IDEMPOTENCY_KEY);
        }
        if (method.checksVersion()) {
            refer(operation, IF_MATCH);
        }
    }

    private static void refer(Operation operation, String parameter) {
        operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + parameter));
    }

    private static Parameter parameter(Parameter.In place, String name) {
        return OASFactory.createParameter().in(place).name(name).required(false);
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING);
    }
}
