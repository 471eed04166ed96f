package io.skyholm.runtime.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnNameTest {

    @ParameterizedTest
    @CsvSource({
        "id,id",
        "createdAt,created_at",
        "edgeDataCenterId,edge_data_center_id",
        "ipv6CidrBlock,ipv6_cidr_block",
        "isActive,is_active",
        "vcpus,vcpus"
    })
    void aComponentIsKeptInTheColumnThatHibernateGivesIt(String component, String column) {
        assertThat(ColumnName.of(component)).isEqualTo(column);
    }
}
