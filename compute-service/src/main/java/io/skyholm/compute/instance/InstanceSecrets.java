package io.skyholm.compute.instance;

import io.skyholm.secrets.SealedColumn;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Singleton;
import java.util.List;

/** What instances keep sealed, each for its own row. */
@Singleton
public class InstanceSecrets implements SealedColumns {

    /** The first password, until it is shown. */
    public static final SealedColumn PASSWORD = SealedColumn.of("instance", "password_sealed", "password_key_id");

    /** The script with its values. */
    public static final SealedColumn SCRIPT = SealedColumn.json("instance", "stack_script_data");

    @Override
    public List<SealedColumn> columns() {
        return List.of(PASSWORD, SCRIPT);
    }
}
