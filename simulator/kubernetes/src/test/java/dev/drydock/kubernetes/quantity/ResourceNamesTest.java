package dev.drydock.kubernetes.quantity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceNamesTest {

    @ParameterizedTest
    @CsvSource({
        "cpu, true, false, true, false",
        "hugepages-2Mi, true, false, false, false",
        "pods, true, false, true, true",
        "example.com/gpu, false, true, false, true",
        "count/widgets.example.com, false, true, false, true",
        "requests.example.com/gpu, false, false, false, false",
        "node.kubernetes.io/disk, true, false, true, false"
    })
    void knows_whose_a_name_is_and_how_it_counts(
            String name, boolean isNative, boolean isExtended, boolean isOvercommitAllowed, boolean isInteger) {
        assertThat(ResourceNames.isNative(name)).isEqualTo(isNative);
        assertThat(ResourceNames.isExtended(name)).isEqualTo(isExtended);
        assertThat(ResourceNames.isOvercommitAllowed(name)).isEqualTo(isOvercommitAllowed);
        assertThat(ResourceNames.isInteger(name)).isEqualTo(isInteger);
    }

    @ParameterizedTest
    @CsvSource({
        "memory, true, true, true",
        "hugepages-1Gi, true, true, true",
        "requests.hugepages-1Gi, false, true, true",
        "services.nodeports, false, true, true",
        "storage, false, false, true",
        "gpu, false, false, false"
    })
    void knows_what_a_plain_name_is_for(String name, boolean isForContainers, boolean isForQuotas, boolean isStandard) {
        assertThat(ResourceNames.isForContainers(name)).isEqualTo(isForContainers);
        assertThat(ResourceNames.isForQuotas(name)).isEqualTo(isForQuotas);
        assertThat(ResourceNames.isStandard(name)).isEqualTo(isStandard);
    }
}
