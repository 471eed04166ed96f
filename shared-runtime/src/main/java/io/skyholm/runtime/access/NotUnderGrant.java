package io.skyholm.runtime.access;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A resource method that no access grant opens, whichever permission it carries; it says why. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface NotUnderGrant {

    /** Why the tenant's own people alone may do this. */
    String because();
}
