package io.skyholm.runtime.page;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What a filter's component asks of a row, where it is not that the column of its name has this value. */
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Condition {

    /** Compares a text without minding its case; the column is the component's. */
    String IGNORING_CASE = "lower({column}) = lower(?)";

    /**
     * The condition in SQL, with a question mark for the value and {@code {column}} for the component's column. Of a
     * component that is a record of its own it is the column, about which all parts of the record ask.
     */
    String value();
}
