package io.skyholm.compute.instance;

import io.skyholm.secrets.SealedColumn;
import io.skyholm.secrets.SealedColumns;
import jakarta.inject.Singleton;
import java.util.List;

/** What instances keep sealed: the first password until it is shown, and the script with its values. */
@Singleton
class InstanceSecrets implements SealedColumns {

    @Override
    public List<SealedColumn> columns() {
        return List.of(
                SealedColumn.of("instance", "password_sealed", "password_key_id"),
                SealedColumn.json("instance", "stack_script_data"));
    }
}
