package io.skyholm.secrets;

import java.util.List;

/** Says where a service keeps what is sealed; a bean of each service that does. */
public interface SealedColumns {

    /** All of its columns. */
    List<SealedColumn> columns();
}
