package dev.drydock.flux;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.flux.repository.Repositories;
import dev.drydock.flux.runtime.Conditions.Condition;
import dev.drydock.kubernetes.GroupVersionKind;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BucketSourceTest extends SourceFixture {

    @Test
    void a_bucket_cannot_be_reached() {
        assertThat(ready("Bucket", "bucketName: manifests, endpoint: s3.example.com")
                        .message())
                .startsWith("failed to confirm existence of 'manifests' bucket: Get"
                        + " \"https://s3.example.com/manifests/?location=\": dial tcp: lookup s3.example.com");
    }

    @Nested
    class A_bucket {

        private static final String PLACE = "bucketName: manifests, endpoint: s3.example.com, ";

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                quoteCharacter = '~',
                value = {
                    "proxySecretRef: {name: bare} | failed to get proxy URL: secret 'default/bare': key 'address' not found",
                    "certSecretRef: {name: bare} | failed to get TLS config: secret 'default/bare' must contain either"
                            + " 'ca.crt' or both 'tls.crt' and 'tls.key'",
                    "certSecretRef: {name: nothing}, secretRef: {name: bare} | failed to get TLS config: secret"
                            + " 'default/nothing' not found",
                    "secretRef: {name: bare} | invalid 'bare' secret data: required fields 'accesskey' and 'secretkey'",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, secretRef: {name: nothing}} | failed to get"
                            + " STS secret 'default/nothing': secrets \"nothing\" not found",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, certSecretRef: {name: bare}} | failed to get"
                            + " STS TLS config: secret 'default/bare' must contain either 'ca.crt' or both 'tls.crt' and"
                            + " 'tls.key'",
                    "sts: {provider: ldap, endpoint: https://sts.example.com, secretRef: {name: bare}} | invalid 'bare'"
                            + " secret data for 'ldap' STS provider: required fields username, password"
                })
        void checks_what_its_secrets_hold_in_the_order_of_the_controller(String spec, String message) {
            secret("bare", "{other: data}");

            Condition ready = ready("Bucket", PLACE + spec);

            assertThat(ready.reason()).isEqualTo("AuthenticationFailed");
            assertThat(ready.message()).isEqualTo(message);
        }
    }

    @Test
    void a_bucket_is_not_unreachable_where_more_exists_than_is_described() {
        FluxWorld replayed = new FluxWorld(FluxProfile.open(), Repositories.ofWhatIsKnown(false));
        replayed.apply("{apiVersion: source.toolkit.fluxcd.io/v1, kind: Bucket, metadata: {name: source, namespace:"
                        + " default}, spec: {interval: 1h, bucketName: manifests, endpoint: s3.example.com}}")
                .advance(20);

        assertThat(Flux.of(replayed.cluster)
                        .orElseThrow()
                        .notModelled(replayed.get(new GroupVersionKind(GROUP, "v1", "Bucket"), "default", "source")))
                .contains("what the Bucket at s3.example.com serves, which nobody described");
    }
}
