package io.skyholm.runtime.contract;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The name of the events that a resource method streams, where it is another than that of a changed row of a list. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface StreamedEvent {

    /** The name, such as operation. */
    String value();
}
