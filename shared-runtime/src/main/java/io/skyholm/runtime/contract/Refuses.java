package io.skyholm.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The codes of the problems with which a resource method refuses, beside those that follow from its shape ({@link
 * UsualProblems}). They are written into the OpenAPI document, and an answer with another status fails the build.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {

    /** Among the codes of a status: there are more, which depend on what is acted upon. */
    String MORE = "*";

    /** 403: beside a missing permission. */
    String[] forbidden() default {};

    /** 404, where the path holds no id: something that the caller's state lacks. */
    String[] notFound() default {};

    /** 409: the present state forbids it. */
    String[] conflict() default {};

    /** 412: beside another version. */
    String[] precondition() default {};

    /** 416: bytes that are not there. */
    String[] range() default {};

    /** 460: bytes that came otherwise than they were sent. */
    String[] checksum() default {};

    /** 422: beside a wrong field. */
    String[] invalid() default {};

    /** 429: beside the limits of the gateway. */
    String[] tooManyRequests() default {};

    /** 503: something that is needed is away. */
    String[] unavailable() default {};

    /** 507: there is not enough left. */
    String[] shortOf() default {};
}
